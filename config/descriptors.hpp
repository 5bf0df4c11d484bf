#pragma once

#include <array>
#include <streambuf>

namespace masthead::config {

/// Makes descriptors 0 to 2 taken, so that no file that is opened later (the store!) becomes a standard stream. A
/// stdout that was closed stays one that cannot be written to.
void occupy_standard_descriptors();

/// Writes to a descriptor, and remembers the first error. A stream on it fails from then on.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);
    ~DescriptorBuffer() override;
    DescriptorBuffer(const DescriptorBuffer&) = delete;
    DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

    /// The errno of the write that failed; 0 while all is well.
    int error() const { return error_; }

protected:
    int_type overflow(int_type character) override;
    int sync() override;

private:
    bool write_all();

    int descriptor_;
    int error_ = 0;
    std::array<char, 16384> bytes_{};
};

}  // namespace masthead::config
