/* Stand-in for the ICU that Windows has and Wine 8 lacks. For the bench only.
   Qt finds no converter in it and falls back on its own. */
#include <stddef.h>
#define X __declspec(dllexport)
typedef int Code;
X void *ucnv_open(const char *name, Code *code) { if (code) *code = 4; return NULL; }
X void ucnv_close(void *c) {}
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
X void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
X void ucnv_reset(void *c) {}
X signed char ucnv_getMaxCharSize(void *c) { return 4; }
X const char *ucnv_getName(void *c, Code *code) { return NULL; }
X void ucnv_getToUCallBack(void *c, void *b, void *d) {}
X void ucnv_getFromUCallBack(void *c, void *b, void *d) {}
X void ucnv_setToUCallBack(void *c, void *b, void *d, void *e, void *f, Code *code) {}
X void ucnv_setFromUCallBack(void *c, void *b, void *d, void *e, void *f, Code *code) {}
X void ucnv_cbToUWriteUChars(void *a, void *b, int c, int d, Code *code) {}
X void ucnv_toUnicode(void *a) {}
X void ucnv_cbFromUWriteUChars(void *a) {}
X int ucnv_toUCountPending(void *a, Code *code) { return 0; }
X int ucnv_fromUCountPending(void *a, Code *code) { return 0; }
X const char *ucnv_getStandardName(const char *a, const char *b, Code *code) { return NULL; }
X const char *ucnv_getAvailableName(int n) { return NULL; }
X int ucnv_countAvailable(void) { return 0; }
X void ucnv_fromUnicode(void *a) {}
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
