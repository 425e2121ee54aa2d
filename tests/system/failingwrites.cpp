// SPDX-License-Identifier: GPL-3.0-or-later
// For LD_PRELOAD: lets writes to some files fail, as a broken or full disk does. FAILING_WRITES_FILE: part of the file's name;
// FAILING_WRITES_FROM: how many writes to such files go well first; FAILING_WRITES_COUNT: how many fail then; FAILING_WRITES_ERROR: EIO,
// ENOSPC, EROFS, EDQUOT, SHORT for writes of half the bytes and then ENOSPC, or KILL: the process is killed after half the bytes.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <unistd.h>

namespace {

std::atomic<long> writes{0};
thread_local bool killsAfterWrite = false;

ssize_t after(ssize_t written)
{
    if (killsAfterWrite) {
        ::kill(::getpid(), SIGKILL);
    }
    return written;
}

bool isWatched(int descriptor)
{
    const char *part = std::getenv("FAILING_WRITES_FILE");
    char link[64];
    char path[PATH_MAX] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    return part && ::readlink(link, path, sizeof path - 1) > 0 && std::strstr(path, part);
}

long number(const char *name)
{
    const char *value = std::getenv(name);
    return value ? std::atol(value) : 0;
}

int errorCode()
{
    const char *name = std::getenv("FAILING_WRITES_ERROR");
    if (!name) {
        return 0;
    }
    return std::strcmp(name, "EIO") == 0 ? EIO : std::strcmp(name, "EROFS") == 0 ? EROFS : std::strcmp(name, "EDQUOT") == 0 ? EDQUOT : ENOSPC;
}

/// 0: this write goes well; -1: it fails; else it writes so many bytes only.
ssize_t verdict(int descriptor, size_t size)
{
    if (!isWatched(descriptor)) {
        return 0;
    }
    const long failed = writes++ - number("FAILING_WRITES_FROM");
    if (failed < 0 || failed >= number("FAILING_WRITES_COUNT")) {
        return 0;
    }
    const char *name = std::getenv("FAILING_WRITES_ERROR");
    if (name && std::strcmp(name, "KILL") == 0) {
        killsAfterWrite = true;
        return ssize_t(size > 1 ? size / 2 : size);
    }
    if (name && std::strcmp(name, "SHORT") == 0 && failed % 2 == 0 && size > 1) {
        return ssize_t(size / 2);
    }
    errno = errorCode();
    return -1;
}

} // namespace

// The project hides what isn't asked for; what is hidden takes the place of nothing.
#pragma GCC visibility push(default)
extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto real = reinterpret_cast<ssize_t (*)(int, const void *, size_t)>(::dlsym(RTLD_NEXT, "write"));
    const ssize_t found = verdict(descriptor, size);
    return found < 0 ? -1 : after(real(descriptor, bytes, found > 0 ? size_t(found) : size));
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = reinterpret_cast<ssize_t (*)(int, const void *, size_t, off64_t)>(::dlsym(RTLD_NEXT, "pwrite64"));
    const ssize_t found = verdict(descriptor, size);
    return found < 0 ? -1 : after(real(descriptor, bytes, found > 0 ? size_t(found) : size, offset));
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto real = reinterpret_cast<ssize_t (*)(int, const void *, size_t, off_t)>(::dlsym(RTLD_NEXT, "pwrite"));
    const ssize_t found = verdict(descriptor, size);
    return found < 0 ? -1 : after(real(descriptor, bytes, found > 0 ? size_t(found) : size, offset));
}
}
#pragma GCC visibility pop
