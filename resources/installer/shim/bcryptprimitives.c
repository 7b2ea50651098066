/* Stand-in for bcryptprimitives.dll, which Wine 8 lacks and Rust asks for random numbers.
   For the bench only. SystemFunction036 is what RtlGenRandom is called inside advapi32. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long size);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, unsigned long long size)
{
    return SystemFunction036(buffer, (unsigned long)size);
}
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
