#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace masthead::fetchers {

/// Counts the bytes of all documents in work, from the first byte received until the document is given up. Any thread.
class MemoryBudget {
public:
    explicit MemoryBudget(std::size_t limit) : limit_(limit) {}

    bool is_spent() const { return *used_ >= limit_; }

    /// What one document takes; its destructor gives it back, also when the budget itself is gone.
    class Share {
    public:
        explicit Share(std::shared_ptr<std::atomic<std::size_t>> used) : used_(std::move(used)) {}
        ~Share() { *used_ -= bytes_; }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

        void grow(std::size_t bytes) {
            bytes_ += bytes;
            *used_ += bytes;
        }

    private:
        std::shared_ptr<std::atomic<std::size_t>> used_;
        std::size_t bytes_ = 0;
    };

    std::shared_ptr<Share> share() const { return std::make_shared<Share>(used_); }

private:
    std::size_t limit_;
    std::shared_ptr<std::atomic<std::size_t>> used_ = std::make_shared<std::atomic<std::size_t>>(0);
};

}  // namespace masthead::fetchers
