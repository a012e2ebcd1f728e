/* Starts the interpreter that lies in the folder `python`, with the program's own folders and with
   nothing of the machine's Python: no environment variable, no registry, no user site.

   Built in two ways: with PROGRAM it is `xugao` in the root of the tree and runs app/main.py (on
   Windows one with a window and one with a console); without, it is `python/python.exe` or
   `python/bin/python3` and takes Python's own arguments: the child process that reads files and
   the installer run in it. */
#include <Python.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 4096

#ifdef _WIN32
#include <windows.h>
typedef wchar_t character;
#define SLASH L"\\"
#define INTERPRETER L"python\\python.exe"
#define EXTENSIONS L"python\\DLLs"
#define BELOW_ROOT 2
#define SET_ARGUMENTS PyConfig_SetArgv
#else
#include <unistd.h>
typedef char character;
#define SLASH L"/"
#define INTERPRETER L"python/bin/python3"
#define EXTENSIONS L"python/lib-dynload"
#define BELOW_ROOT 3
#define SET_ARGUMENTS PyConfig_SetBytesArgv
#endif

#ifdef PROGRAM
#undef BELOW_ROOT
#define BELOW_ROOT 1
#endif

static wchar_t root[LONGEST];

/* The full path of `name`, which stands below the root; whoever calls must not free it. */
static const wchar_t *below_root(const wchar_t *name)
{
    static wchar_t path[LONGEST];
    if (wcslen(root) + wcslen(name) + 2 > LONGEST)
        exit(3);
    wcscpy(path, root);
    wcscat(path, SLASH);
    wcscat(path, name);
    return path;
}

static void leave_on_error(PyStatus status)
{
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

static void prepare(void)
{
    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
#ifndef _WIN32
    before.configure_locale = 1;
#endif
    leave_on_error(Py_PreInitialize(&before));
}

#ifdef _WIN32
static void find_program(void)
{
    DWORD length = GetModuleFileNameW(NULL, root, LONGEST);
    if (length == 0 || length >= LONGEST)
        exit(3);
}

/* The library lies in another folder than `xugao.exe`; the functions are looked up on first use. */
static void load_library(void)
{
    const wchar_t *library = below_root(L"python\\python311.dll");
    if (LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH) != NULL)
        return;
    MessageBoxW(NULL, L"\u7a0b\u5e8f\u7684\u6587\u4ef6\u4e0d\u5168\uff0c\u5f00\u4e0d\u4e86\u3002"
                L"\u8bf7\u628a\u538b\u7f29\u5305\u5168\u90e8\u89e3\u538b\u540e\u518d\u6253\u5f00\u3002",
                L"\u7eed\u7a3f", MB_ICONERROR);
    exit(3);
}
#else
static void find_program(void)
{
    char bytes[LONGEST];
    ssize_t length = readlink("/proc/self/exe", bytes, LONGEST - 1);
    if (length <= 0)
        exit(3);
    bytes[length] = 0;
    prepare();
    wchar_t *path = Py_DecodeLocale(bytes, NULL);
    if (path == NULL || wcslen(path) >= LONGEST)
        exit(3);
    wcscpy(root, path);
    PyMem_RawFree(path);
}
#endif

static void find_root(void)
{
    find_program();
    for (int count = 0; count < BELOW_ROOT; count++) {
        wchar_t *last = wcsrchr(root, SLASH[0]);
        if (last != NULL)
            *last = 0;
    }
#ifdef _WIN32
    load_library();
#endif
#ifdef _WIN32
    prepare();
#endif
}

static void set(PyConfig *config, wchar_t **field, const wchar_t *name)
{
    leave_on_error(PyConfig_SetString(config, field, below_root(name)));
}

static void configure(PyConfig *config)
{
    const wchar_t *paths[] = {
        L"python" SLASH L"python311.zip", EXTENSIONS, L"site-packages", L"app",
    };
    PyConfig_InitIsolatedConfig(config);
    config->configure_c_stdio = 1;
    config->install_signal_handlers = 1;
    config->write_bytecode = 0;
    config->site_import = 0;
    set(config, &config->home, L"python");
    set(config, &config->prefix, L"python");
    set(config, &config->base_prefix, L"python");
    set(config, &config->exec_prefix, L"python");
    set(config, &config->base_exec_prefix, L"python");
    set(config, &config->executable, INTERPRETER);
    set(config, &config->base_executable, INTERPRETER);
    config->module_search_paths_set = 1;
    for (size_t index = 0; index < sizeof paths / sizeof *paths; index++)
        leave_on_error(
            PyWideStringList_Append(&config->module_search_paths, below_root(paths[index])));
}

static int run(int count, character **arguments)
{
    PyConfig config;
    find_root();
    configure(&config);
#ifdef PROGRAM
    set(&config, &config.run_filename, L"app" SLASH L"main.py");
    config.parse_argv = 0;
#else
    config.parse_argv = 1;
#endif
    leave_on_error(SET_ARGUMENTS(&config, count, arguments));
    leave_on_error(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    return Py_RunMain();
}

#ifdef _WIN32
int wmain(int count, wchar_t **arguments)
#else
int main(int count, char **arguments)
#endif
{
    return run(count, arguments);
}
