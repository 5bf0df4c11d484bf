#include "tests/storage/sqlite/failing_disk.hpp"

#include <atomic>
#include <csignal>
#include <stdexcept>

#include <sqlite3.h>

namespace masthead::tests {

namespace {

// SQLite has one list of file systems per process, so what one counts stands here.
std::atomic<int> writes_left{0};
std::atomic<bool> failed{false};
std::atomic<bool> kills{false};

bool fails_now() {
    if (failed) return true;
    if (writes_left == 0 || --writes_left > 0) return false;
    if (kills) raise(SIGKILL);
    failed = true;
    return true;
}

// A file of the real disk behind one of ours; SQLite allots the room for both.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); }
int write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
    return fails_now() ? SQLITE_FULL : real(f)->pMethods->xWrite(real(f), from, n, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 n) {
    return fails_now() ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), n);
}
int sync(sqlite3_file* f, int flags) {
    return fails_now() ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
}
int size(sqlite3_file* f, sqlite3_int64* n) { return real(f)->pMethods->xFileSize(real(f), n); }
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
int control(sqlite3_file* f, int what, void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); }
int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size_of_page, int extend, volatile void** out) {
    return real(f)->pMethods->xShmMap(real(f), page, size_of_page, extend, out);
}
int shm_lock(sqlite3_file* f, int at, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), at, n, flags); }
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }
int fetch(sqlite3_file* f, sqlite3_int64 at, int n, void** out) {
    return real(f)->pMethods->xFetch(real(f), at, n, out);
}
int unfetch(sqlite3_file* f, sqlite3_int64 at, void* p) { return real(f)->pMethods->xUnfetch(real(f), at, p); }

const sqlite3_io_methods methods = {3,        close,       read,       write,   truncate, sync,   size,
                                    lock,     unlock,      check_lock, control, sector,   traits, shm_map,
                                    shm_lock, shm_barrier, shm_unmap,  fetch,   unfetch};

sqlite3_vfs* disk = nullptr;
sqlite3_vfs failing_disk;

int open(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out_flags) {
    auto* file = reinterpret_cast<File*>(f);
    file->base.pMethods = nullptr;
    file->real = reinterpret_cast<sqlite3_file*>(file + 1);
    const int result = disk->xOpen(disk, name, file->real, flags, out_flags);
    if (file->real->pMethods != nullptr) file->base.pMethods = &methods;
    return result;
}

}  // namespace

FailingDisk::FailingDisk() {
    disk = sqlite3_vfs_find(nullptr);
    failing_disk = *disk;
    failing_disk.zName = "failing";
    failing_disk.szOsFile = static_cast<int>(sizeof(File)) + disk->szOsFile;
    failing_disk.xOpen = open;
    fail_from(0);
    if (sqlite3_vfs_register(&failing_disk, 1) != SQLITE_OK) throw std::runtime_error("no file system can be added");
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&failing_disk);
    sqlite3_vfs_register(disk, 1);
}

void FailingDisk::fail_from(int nth) {
    failed = false;
    kills = false;
    writes_left = nth;
}

void FailingDisk::kill_at(int nth) {
    fail_from(nth);
    kills = true;
}

bool FailingDisk::has_failed() const { return failed; }

}  // namespace masthead::tests
