#include "http/compress.hpp"

#include <limits>
#include <new>

#include <brotli/encode.h>
#include <zlib.h>

namespace masthead::http {
namespace {

class Deflater {
public:
    Deflater() {
        // 15 + 16: the largest window, in the gzip format; its header carries no time, so the bytes are stable.
        if (::deflateInit2(&stream_, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Deflater() { ::deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string run(std::string_view bytes) {
        std::string out(::deflateBound(&stream_, bytes.size()), '\0');
        // zlib counts in 32 bits; what is published is far below that, as the entries of a page are bounded.
        if (bytes.size() > std::numeric_limits<uInt>::max() || out.size() > std::numeric_limits<uInt>::max())
            throw std::bad_alloc();
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (::deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::bad_alloc();
        out.resize(stream_.total_out);
        return out;
    }

private:
    z_stream stream_{};
};

std::string brotli(std::string_view bytes) {
    // 9 of 11: the last two steps take ten times as long for three per cent.
    constexpr int quality = 9;
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<uint8_t*>(out.data())) == BROTLI_FALSE)
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

}  // namespace

std::string compress(std::string_view bytes, Coding coding) {
    switch (coding) {
        case Coding::identity:
            return std::string(bytes);
        case Coding::gzip:
            return Deflater().run(bytes);
        case Coding::brotli:
            return brotli(bytes);
    }
    return {};
}

}  // namespace masthead::http
