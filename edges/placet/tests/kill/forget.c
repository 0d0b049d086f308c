/* A disk that forgets. Preloaded under a process, it keeps beside each SQLite file what a disk would still hold if the
   power were cut now: a copy, in the folder FORGET_DISK, that takes in what was written only when it is synced. After
   the process is killed, whoever killed it puts the copies back in place of the files.

   FORGET_DEAF names syncs that are not heard: of files whose name ends so, or of all files for "*". To the disk that is
   a program that never calls them.

   FORGET_SYNCED names a file that takes the path of each file that is synced, a line each.

   The shared-memory index of the write-ahead log is not kept: a machine without power has none. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

struct range { off_t from, to; struct range *next; };
struct file { dev_t device; ino_t number; struct range *unsynced; struct file *next; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *files;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void give_up(const char *what) { perror(what); abort(); }

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The name of a file that is kept, without its folder, or NULL. */
static const char *kept_name(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    return strstr(name, ".sqlite") && !ends_with(name, "-shm") ? name : NULL;
}

/* The same of an open file; `path` is where the name lies. */
static const char *name_of(int descriptor, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return NULL;
    path[length] = 0;
    return kept_name(path);
}

static void copy_path(char *path, size_t size, const char *name) {
    const char *disk = getenv("FORGET_DISK");
    if (!disk) { fputs("FORGET_DISK is not set\n", stderr); abort(); }
    snprintf(path, size, "%s/%s", disk, name);
}

static struct file *known(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status)) give_up("fstat");
    for (struct file *file = files; file; file = file->next)
        if (file->device == status.st_dev && file->number == status.st_ino) return file;
    struct file *file = calloc(1, sizeof *file);
    if (!file) give_up("calloc");
    file->device = status.st_dev;
    file->number = status.st_ino;
    file->next = files;
    return files = file;
}

static void written(int descriptor, off_t from, off_t length) {
    char path[4096];
    if (length <= 0 || !name_of(descriptor, path, sizeof path)) return;
    pthread_mutex_lock(&lock);
    struct file *file = known(descriptor);
    struct range *range = malloc(sizeof *range);
    if (!range) give_up("malloc");
    range->from = from;
    range->to = from + length;
    range->next = file->unsynced;
    file->unsynced = range;
    pthread_mutex_unlock(&lock);
}

static void copy_range(int from, int to, off_t at, off_t end) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    char buffer[65536];
    while (at < end) {
        size_t wanted = (size_t)(end - at) < sizeof buffer ? (size_t)(end - at) : sizeof buffer;
        ssize_t got = pread(from, buffer, wanted, at);
        if (got < 0) give_up("pread");
        if (got == 0) return; /* cut off meanwhile */
        if (real(to, buffer, (size_t)got, at) != got) give_up("pwrite");
        at += got;
    }
}

static void tell(int descriptor) {
    const char *told = getenv("FORGET_SYNCED");
    if (!told) return;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) give_up(link);
    path[length] = '\n';
    REAL(ssize_t, "write", int, const void *, size_t);
    int to = open(told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (to < 0 || real(to, path, (size_t)length + 1) != length + 1) give_up(told);
    close(to);
}

static void synced(int descriptor) {
    REAL(int, "ftruncate", int, off_t);
    char path[4096], copy[8192];
    tell(descriptor);
    const char *name = name_of(descriptor, path, sizeof path);
    const char *deaf = getenv("FORGET_DEAF");
    if (!name || (deaf && *deaf && (strcmp(deaf, "*") == 0 || ends_with(name, deaf)))) return;
    copy_path(copy, sizeof copy, name);
    pthread_mutex_lock(&lock);
    struct file *file = known(descriptor);
    int source = open(path, O_RDONLY | O_CLOEXEC), target = open(copy, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (source < 0 || target < 0) give_up(copy);
    while (file->unsynced) {
        struct range *range = file->unsynced;
        copy_range(source, target, range->from, range->to);
        file->unsynced = range->next;
        free(range);
    }
    struct stat status;
    if (fstat(source, &status)) give_up("fstat");
    if (real(target, status.st_size)) give_up("ftruncate");
    close(target);
    /* Closing any descriptor of a file drops this process's POSIX locks on it, SQLite's own: the source stays open. */
    pthread_mutex_unlock(&lock);
}

#define WRITE_AT(name) \
    ssize_t name(int descriptor, const void *bytes, size_t length, off_t at) { \
        REAL(ssize_t, #name, int, const void *, size_t, off_t); \
        ssize_t done = real(descriptor, bytes, length, at); \
        written(descriptor, at, done); \
        return done; \
    }
WRITE_AT(pwrite)
WRITE_AT(pwrite64)

ssize_t write(int descriptor, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    ssize_t done = real(descriptor, bytes, length);
    if (done > 0 && descriptor > 2) {
        off_t end = lseek(descriptor, 0, SEEK_CUR);
        if (end >= 0) written(descriptor, end - done, done);
    }
    return done;
}

#define CUT(name) \
    int name(int descriptor, off_t length) { \
        REAL(int, #name, int, off_t); \
        struct stat status; \
        off_t before = fstat(descriptor, &status) ? 0 : status.st_size; \
        int failed = real(descriptor, length); \
        if (!failed) written(descriptor, length, before - length); \
        return failed; \
    }
CUT(ftruncate)
CUT(ftruncate64)

#define SYNC(name) \
    int name(int descriptor) { synced(descriptor); return 0; }
SYNC(fsync)
SYNC(fdatasync)

/* A deletion is taken as on disk at once: SQLite ends a transaction with one only before it turns to its log. */
int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    const char *name = kept_name(path);
    if (name) {
        char copy[8192];
        copy_path(copy, sizeof copy, name);
        real(copy);
    }
    return real(path);
}
