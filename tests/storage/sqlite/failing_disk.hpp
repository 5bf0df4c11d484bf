#pragma once

namespace masthead::tests {

/// While it lives, every file that SQLite opens anew in this process is on a disk that can be made to fail. One at a
/// time; what is opened on it is closed before it ends.
class FailingDisk {
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    /// The n-th write, sync or cut of a file from now on fails as on a full disk, and all after it. 0: none does.
    void fail_from(int nth);
    /// At the n-th write, sync or cut from now on the process is killed, before it is done.
    void kill_at(int nth);
    /// Whether one failed since fail_from.
    bool has_failed() const;
};

}  // namespace masthead::tests
