#include "config/descriptors.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace masthead::config {

void occupy_standard_descriptors() {
    // The other direction than the stream's, as POSIX allows for setuid programs: reading stdin or writing stdout
    // then fails with EBADF instead of seeming to work. Only stderr swallows what it is given.
    int descriptor = 0;
    for (const int mode : {O_WRONLY, O_RDONLY, O_WRONLY}) {
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) open("/dev/null", mode);
        ++descriptor;
    }
}

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
}

DescriptorBuffer::~DescriptorBuffer() { write_all(); }

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
    if (!write_all()) return traits_type::eof();
    if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
    return traits_type::not_eof(character);
}

int DescriptorBuffer::sync() { return write_all() ? 0 : -1; }

bool DescriptorBuffer::write_all() {
    const char* from = pbase();
    while (error_ == 0 && from < pptr()) {
        const auto written = write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
        if (written >= 0)
            from += written;
        else if (errno != EINTR)
            error_ = errno;
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0;
}

}  // namespace masthead::config
