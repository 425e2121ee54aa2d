// SPDX-License-Identifier: GPL-3.0-or-later
// For LD_PRELOAD: keeps beside every file what a power cut would surely leave of it. Whenever the program has fsync() or fdatasync() of a
// file whose path contains SYNCED_FILES_PART, the whole file, as it is then, is copied to the folder SYNCED_FILES_FOLDER, under its name
// and in one step. What is written later and never synced isn't in the copy. With the file its copy is removed.
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::string watchedPath(int descriptor)
{
    const char *part = std::getenv("SYNCED_FILES_PART");
    char link[64];
    char path[PATH_MAX] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const bool isKnown = part && ::readlink(link, path, sizeof path - 1) > 0;
    return isKnown && std::strstr(path, part) ? std::string(path) : std::string();
}

bool copy(int from, int to)
{
    static thread_local char buffer[1 << 16];
    off_t offset = 0;
    for (;;) {
        const ssize_t size = ::pread(from, buffer, sizeof buffer, offset);
        if (size <= 0) {
            return size == 0;
        }
        if (::write(to, buffer, std::size_t(size)) != size) {
            return false;
        }
        offset += size;
    }
}

void keep(int descriptor)
{
    const char *folder = std::getenv("SYNCED_FILES_FOLDER");
    const std::string path = watchedPath(descriptor);
    if (!folder || path.empty()) {
        return;
    }
    const std::string place = std::string(folder) + path.substr(path.rfind('/'));
    const std::string half = place + ".half";
    const int from = ::open(path.c_str(), O_RDONLY | O_CLOEXEC); // the program's own may be for writing only
    const int to = ::open(half.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool isWhole = from >= 0 && to >= 0 && copy(from, to);
    ::close(from);
    ::close(to);
    if (isWhole) {
        std::rename(half.c_str(), place.c_str());
    }
}

} // namespace

// The project hides what isn't asked for; what is hidden takes the place of nothing.
#pragma GCC visibility push(default)
extern "C" {

int fsync(int descriptor)
{
    static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fsync"));
    const int result = real(descriptor);
    keep(descriptor);
    return result;
}

int unlink(const char *path) noexcept
{
    static const auto real = reinterpret_cast<int (*)(const char *)>(::dlsym(RTLD_NEXT, "unlink"));
    const int result = real(path);
    const char *part = std::getenv("SYNCED_FILES_PART");
    const char *folder = std::getenv("SYNCED_FILES_FOLDER");
    const char *name = std::strrchr(path, '/');
    if (result == 0 && part && folder && name && std::strstr(path, part)) {
        real((std::string(folder) + name).c_str());
    }
    return result;
}

int fdatasync(int descriptor)
{
    static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
    const int result = real(descriptor);
    keep(descriptor);
    return result;
}
}
#pragma GCC visibility pop
