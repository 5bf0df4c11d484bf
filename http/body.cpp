#include "http/body.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace masthead::http {
namespace {

// Where sendfile and one sendmsg cost the same (measured on the loopback); a memory file also takes a descriptor.
constexpr std::size_t file_from = std::size_t{48} << 10;

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A memory file with these bytes that nobody can change; none when the machine has no descriptor or memory left.
Descriptor sealed_file(std::string_view bytes) {
    Descriptor file(::memfd_create("masthead-body", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
    if (file && write_all(file.get(), bytes) && ::fcntl(file.get(), F_ADD_SEALS, seals) == 0) return file;
    return {};
}

}  // namespace

Body::Body(std::string bytes) : bytes_(std::move(bytes)), size_(bytes_.size()) {
    if (size_ < file_from) return;
    file_ = sealed_file(bytes_);
    if (file_) std::string().swap(bytes_);
}

std::string Body::copy() const {
    if (!file_) return bytes_;
    std::string out(size_, '\0');
    std::size_t filled = 0;
    while (filled < size_) {
        const ssize_t got = ::pread(file_.get(), out.data() + filled, size_ - filled, static_cast<off_t>(filled));
        if (got <= 0) break;  // cannot happen: the file is sealed
        filled += static_cast<std::size_t>(got);
    }
    return out;
}

}  // namespace masthead::http
