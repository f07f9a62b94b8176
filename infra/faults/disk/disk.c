/*
 * A disk that can lose its power, fill up and become slow, and a wall clock that can jump: preloaded into a server, for tests.
 *
 * TONGKE_DISK names a folder with two files. `control` holds what the disk is like now (see struct control). `journal` holds every write to
 * the database's files since they were last synced, with the bytes before and after: whoever kills the server can take back
 * what a real disk would have lost. Names of files are as durable as on a journalling file system: at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
  volatile int64_t full;        /* nothing can be written */
  volatile int64_t sync_us;     /* what a sync takes */
  volatile int64_t jump_ms;     /* how wrong the wall clock is */
  volatile int64_t syncs;       /* counted here */
  volatile int64_t refused;     /* writes that found the disk full */
};

enum { WRITE = 1, TRUNCATE = 2, SYNC = 3 };

/* Followed by the path, the bytes before and the bytes after. */
struct record {
  int32_t kind, path_length;
  int64_t offset, size_before, before_length, after_length;
};

#define FILES 4096
static char *paths[FILES];
static int64_t unsynced[FILES], all_unsynced;
static struct control *control;
static int journal = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static __typeof__(&open64) real_open;
static __typeof__(&write) real_write;
static __typeof__(&pwrite64) real_pwrite;
static __typeof__(&ftruncate64) real_ftruncate;
static __typeof__(&close) real_close;
static __typeof__(&gettimeofday) real_gettimeofday;
static __typeof__(&clock_gettime) real_clock_gettime;

static void start(void) {
  real_open = REAL(open64);
  real_write = REAL(write);
  real_pwrite = REAL(pwrite64);
  real_ftruncate = REAL(ftruncate64);
  real_close = REAL(close);
  real_gettimeofday = REAL(gettimeofday);
  real_clock_gettime = REAL(clock_gettime);
  const char *folder = getenv("TONGKE_DISK");
  if (!folder) return;
  char path[4096];
  strcpy(stpncpy(path, folder, 4000), "/control");
  int fd = real_open(path, O_RDWR);
  if (fd < 0) return;
  void *page = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  real_close(fd);
  if (page == MAP_FAILED) return;
  strcpy(stpncpy(path, folder, 4000), "/journal");
  journal = real_open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (journal >= 0) control = page;
}

static int ready(void) {
  pthread_once(&once, start);
  return control != NULL;
}

/* The database and its log; the shared memory beside them is no part of what is durable. */
static int is_kept(const char *path) {
  const char *name = path ? strrchr(path, '/') : NULL;
  if (!name || !strstr(name, ".db")) return 0;
  size_t length = strlen(name);
  return length < 4 || strcmp(name + length - 4, "-shm") != 0;
}

static int64_t size_of(int fd) {
  struct stat status;
  return fstat(fd, &status) == 0 ? status.st_size : 0;
}

static void put(const struct record *record, const char *path, const void *before, const void *after) {
  struct iovec parts[] = {
      {(void *)record, sizeof *record},
      {(void *)path, (size_t)record->path_length},
      {(void *)before, (size_t)record->before_length},
      {(void *)after, (size_t)record->after_length},
  };
  __typeof__(&writev) gather = REAL(writev);
  if (gather(journal, parts, 4) < 0) abort();
}

static void note(int kind, int fd, int64_t offset, const void *after, int64_t length) {
  const char *path = paths[fd];
  struct record record = {kind, (int32_t)strlen(path), offset, size_of(fd), 0, kind == WRITE ? length : 0};
  char *before = NULL;
  if (kind != SYNC) {
    int64_t known = record.size_before - offset;
    record.before_length = known < 0 ? 0 : kind == WRITE && known > length ? length : known;
    before = malloc(record.before_length + 1);
    int64_t got = pread64(fd, before, record.before_length, offset);
    record.before_length = got < 0 ? 0 : got;
    unsynced[fd] += 1;
    all_unsynced += 1;
  }
  put(&record, path, before, after);
  free(before);
}

static int tracked(int fd) { return fd >= 0 && fd < FILES && paths[fd] != NULL; }

static int refused(void) {
  if (!control->full) return 0;
  control->refused += 1;
  errno = ENOSPC;
  return 1;
}

static int opened(int fd, const char *path) {
  if (!ready() || fd < 0 || fd >= FILES || !is_kept(path)) return fd;
  pthread_mutex_lock(&lock);
  free(paths[fd]);
  paths[fd] = strdup(path);
  unsynced[fd] = 0;
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE_OF(flags, mode)              \
  mode_t mode = 0;                        \
  if (flags & (O_CREAT | O_TMPFILE)) {    \
    va_list list;                         \
    va_start(list, flags);                \
    mode = va_arg(list, mode_t);          \
    va_end(list);                         \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags, mode)
  ready();
  return opened(real_open(path, flags, mode), path);
}

int open64(const char *path, int flags, ...) {
  MODE_OF(flags, mode)
  ready();
  return opened(real_open(path, flags, mode), path);
}

int close(int fd) {
  ready();
  if (tracked(fd)) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  ready();
  if (!tracked(fd)) return real_write(fd, bytes, length);
  if (refused()) return -1;
  pthread_mutex_lock(&lock);
  note(WRITE, fd, lseek64(fd, 0, SEEK_CUR), bytes, length);
  ssize_t done = real_write(fd, bytes, length);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  ready();
  if (!tracked(fd)) return real_pwrite(fd, bytes, length, offset);
  if (refused()) return -1;
  pthread_mutex_lock(&lock);
  note(WRITE, fd, offset, bytes, length);
  ssize_t done = real_pwrite(fd, bytes, length, offset);
  pthread_mutex_unlock(&lock);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  ready();
  if (!tracked(fd)) return real_ftruncate(fd, length);
  if (length > size_of(fd) && refused()) return -1;
  pthread_mutex_lock(&lock);
  note(TRUNCATE, fd, length, NULL, 0);
  int done = real_ftruncate(fd, length);
  pthread_mutex_unlock(&lock);
  return done;
}

/* This disk is the journal: whatever it holds beyond the last sync can be lost, so nothing has to reach the machine's own disk. */
static int sync_file(int fd) {
  int64_t us = control->sync_us;
  if (us > 0) {
    struct timespec pause = {us / 1000000, (us % 1000000) * 1000};
    nanosleep(&pause, NULL);
  }
  pthread_mutex_lock(&lock);
  control->syncs += 1;
  all_unsynced -= unsynced[fd];
  unsynced[fd] = 0;
  if (all_unsynced > 0) note(SYNC, fd, 0, NULL, 0);
  else if (real_ftruncate(journal, 0) != 0) abort();
  pthread_mutex_unlock(&lock);
  return 0;
}

int fsync(int fd) {
  ready();
  return tracked(fd) ? sync_file(fd) : REAL(fsync)(fd);
}

int fdatasync(int fd) {
  ready();
  return tracked(fd) ? sync_file(fd) : REAL(fdatasync)(fd);
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  int done = ready(), result = real_gettimeofday(time, zone);
  if (!done || result != 0 || control->jump_ms == 0) return result;
  int64_t us = time->tv_sec * 1000000LL + time->tv_usec + control->jump_ms * 1000;
  time->tv_sec = us / 1000000;
  time->tv_usec = us % 1000000;
  return 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int done = ready(), result = real_clock_gettime(clock, time);
  if (!done || result != 0 || clock != CLOCK_REALTIME || control->jump_ms == 0) return result;
  int64_t ms = control->jump_ms;
  time->tv_sec += ms / 1000;
  time->tv_nsec += (ms % 1000) * 1000000;
  if (time->tv_nsec < 0) time->tv_sec -= 1, time->tv_nsec += 1000000000;
  if (time->tv_nsec >= 1000000000) time->tv_sec += 1, time->tv_nsec -= 1000000000;
  return 0;
}
