/* Stand-in for Windows' colour management, of which Wine 8 lacks a part. For the bench only.
   No screen has a colour profile. */
#include <stddef.h>
#define X __declspec(dllexport)
X void *WcsOpenColorProfileW(void *a, void *b, void *c, unsigned d, unsigned e, unsigned f,
                             unsigned g) { return NULL; }
X void *OpenColorProfileW(void *a, unsigned b, unsigned c, unsigned d) { return NULL; }
X int CloseColorProfile(void *a) { return 1; }
X int GetColorProfileFromHandle(void *a, void *b, unsigned *c) { if (c) *c = 0; return 0; }
X void *WcsCreateIccProfile(void *a, unsigned b) { return NULL; }
X int GetColorDirectoryW(void *a, void *b, unsigned *c) { return 0; }
X int GetStandardColorSpaceProfileW(void *a, unsigned b, void *c, unsigned *d) { return 0; }
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
