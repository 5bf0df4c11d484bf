#include "http/compress.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace masthead::http {
namespace {

std::string text() {
    std::string out;
    for (int n = 0; n < 20'000; ++n) out += "<item>" + std::to_string(n * 7919 % 1000) + "</item>\n";
    return out;
}

TEST(Compress, GzipIsReadBackByZlib) {
    const std::string plain = text();
    std::string coded = compress(plain, Coding::gzip);
    EXPECT_LT(coded.size(), plain.size() / 3);
    std::string back(plain.size() + 1, '\0');
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(coded.data());
    stream.avail_in = static_cast<uInt>(coded.size());
    stream.next_out = reinterpret_cast<Bytef*>(back.data());
    stream.avail_out = static_cast<uInt>(back.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    back.resize(stream.total_out);
    inflateEnd(&stream);
    EXPECT_EQ(back, plain);
}

TEST(Compress, BrotliIsReadBackByItsDecoder) {
    const std::string plain = text();
    const std::string coded = compress(plain, Coding::brotli);
    EXPECT_LT(coded.size(), plain.size() / 3);
    std::string back(plain.size() + 1, '\0');
    std::size_t size = back.size();
    ASSERT_EQ(BrotliDecoderDecompress(coded.size(), reinterpret_cast<const uint8_t*>(coded.data()), &size,
                                      reinterpret_cast<uint8_t*>(back.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    back.resize(size);
    EXPECT_EQ(back, plain);
}

TEST(Compress, GivesTheSameBytesEachTime) {
    for (const Coding coding : {Coding::identity, Coding::gzip, Coding::brotli})
        EXPECT_EQ(compress(text(), coding), compress(text(), coding));
}

TEST(Compress, TakesNothing) {
    EXPECT_FALSE(compress("", Coding::gzip).empty());
    EXPECT_FALSE(compress("", Coding::brotli).empty());
}

}  // namespace
}  // namespace masthead::http
