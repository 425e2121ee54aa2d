// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskfault.h"

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::atomic<int> errorCode{0};
std::atomic<int> failed{0};
std::mutex mutex;
std::string watchedPart;

bool fails(const char *path)
{
    const int code = errorCode.load();
    if (code == 0) {
        return false;
    }
    const std::lock_guard lock(mutex);
    if (std::string(path).find(watchedPart) == std::string::npos) {
        return false;
    }
    ++failed;
    errno = code;
    return true;
}

bool fails(int descriptor)
{
    if (errorCode.load() == 0) {
        return false;
    }
    char link[64];
    char path[PATH_MAX] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    return ::readlink(link, path, sizeof path - 1) > 0 && fails(path);
}

template<typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

namespace convscope::test {

DiskFault::DiskFault(int error, const std::string &part)
{
    const std::lock_guard lock(mutex);
    watchedPart = part;
    failed = 0;
    errorCode = error;
}

DiskFault::~DiskFault()
{
    errorCode = 0;
}

int DiskFault::failures() const
{
    return failed.load();
}

} // namespace convscope::test

// The project hides what isn't asked for; what is hidden takes the place of nothing.
#pragma GCC visibility push(default)
extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto original = real<ssize_t(int, const void *, size_t)>("write");
    return fails(descriptor) ? -1 : original(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto original = real<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    return fails(descriptor) ? -1 : original(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto original = real<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return fails(descriptor) ? -1 : original(descriptor, bytes, size, offset);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto original = real<int(int, off64_t)>("ftruncate64");
    return fails(descriptor) ? -1 : original(descriptor, size);
}

int access(const char *path, int mode) noexcept
{
    static const auto original = real<int(const char *, int)>("access");
    return errorCode.load() == EROFS && (mode & W_OK) != 0 && fails(path) ? -1 : original(path, mode);
}

int open64(const char *path, int flags, ...)
{
    static const auto original = real<int(const char *, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const int mode = (flags & O_CREAT) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    // A full disk has no room for a new file; one that may only be read doesn't even open an old one for writing.
    const bool makes = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    const bool isRefused = makes || (errorCode.load() == EROFS && (flags & O_ACCMODE) != O_RDONLY);
    return isRefused && fails(path) ? -1 : original(path, flags, mode);
}
}
#pragma GCC visibility pop
