/* python3.dll of the bench: its .def file forwards every name to python311.dll. */
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
