/* A disk that fails, for bench/disk-errors: loaded before the C library, it lets the n-th request to write or flush a file below a
   folder fail, and with ENOSPC every later one too, as on a full disk.
   CANDOUR_DISK_UNDER folder, CANDOUR_DISK_FAILS_AT n, CANDOUR_DISK_ERROR errno, CANDOUR_DISK_SAYS file that is made when it failed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long asked;

static int fails(int descriptor)
{
    const char *under = getenv("CANDOUR_DISK_UNDER"), *at = getenv("CANDOUR_DISK_FAILS_AT"), *says = getenv("CANDOUR_DISK_SAYS");
    char name[64], path[4096];
    if (!under || !at || !says) return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (strncmp(path, under, strlen(under)) != 0) return 0;
    int error = atoi(getenv("CANDOUR_DISK_ERROR"));
    long now = atomic_fetch_add(&asked, 1) + 1, wanted = atol(at);
    if (error == ENOSPC ? now < wanted : now != wanted) return 0;
    int said = open(says, O_WRONLY | O_CREAT, 0600);
    if (said >= 0) close(said);
    errno = error;
    return 1;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *bytes, size_t count) { REAL(ssize_t, "write", int, const void *, size_t); return fails(fd) ? -1 : real(fd, bytes, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { REAL(ssize_t, "pwrite", int, const void *, size_t, off_t); return fails(fd) ? -1 : real(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t); return fails(fd) ? -1 : real(fd, bytes, count, at); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t); return fails(fd) ? -1 : real(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { REAL(ssize_t, "pwritev64", int, const struct iovec *, int, off64_t); return fails(fd) ? -1 : real(fd, parts, count, at); }
int fsync(int fd) { REAL(int, "fsync", int); return fails(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(int, "fdatasync", int); return fails(fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t length) { REAL(int, "ftruncate", int, off_t); return fails(fd) ? -1 : real(fd, length); }
int ftruncate64(int fd, off64_t length) { REAL(int, "ftruncate64", int, off64_t); return fails(fd) ? -1 : real(fd, length); }
