// Reads feeds from files in one of the ways that bench/parse compares. One line per file: its path, a tab, seconds.
//   bench_reader make BYTES FILE       writes a podcast feed of about that size
//   bench_reader make-many COUNT FILE  writes one of so many entries of 500 bytes each
//   bench_reader tree FILE...          pugixml's load_buffer alone
//   bench_reader model FILE...         bytes to the model, HTML as it is given
//   bench_reader sanitised FILE...     the same with HTML sanitised
//   bench_reader memory FILE           one line: bytes of the file, bytes that reading it took at most, entries

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>
#include <sys/resource.h>
#include <sysexits.h>

#include "feeds/parse/parse.hpp"

namespace {

using namespace masthead;
using Clock = std::chrono::steady_clock;

constexpr feeds::Limits wide = {std::size_t{1} << 30, 256, 100'000'000, 10'000'000};

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    std::string out(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)), '\0');
    in.seekg(0);
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    return out;
}

std::string episode(int number) {
    return fmt::format(
        "<item><title>Episode {0}: The weir &amp; the tide</title><link>https://tide.example/{0}</link>"
        "<guid isPermaLink=\"false\">tide-{0}</guid><pubDate>Mon, 20 May 2024 09:{1:02}:00 +0000</pubDate>"
        "<description><![CDATA[<p>Word{0} on the <a href=\"/notes/{0}\">notes</a> of the week.</p>]]></description>"
        "<itunes:duration>00:{1:02}:10</itunes:duration><itunes:episode>{0}</itunes:episode>"
        "<itunes:explicit>false</itunes:explicit><itunes:image href=\"https://tide.example/{0}.jpg\"/>"
        "<podcast:person role=\"guest\" href=\"https://ada{0}.example/\">Ada Wick {0}</podcast:person>"
        "<enclosure url=\"https://media.tide.example/{0}.mp3\" length=\"123456{1}\" type=\"audio/mpeg\"/></item>\n",
        number, number % 60);
}

// With as much text as makes it 500 bytes.
std::string short_episode(int number) {
    constexpr std::size_t size = 500;
    const auto with = [&](std::string_view text) {
        return fmt::format(
            "<item><title>Episode {0}: The weir</title><link>https://tide.example/{0}</link>"
            "<guid isPermaLink=\"false\">tide-{0}</guid><pubDate>Mon, 20 May 2024 09:{1:02}:00 +0000</pubDate>"
            "<description>{2}</description><itunes:duration>00:{1:02}:10</itunes:duration>"
            "<podcast:person>Ada Wick {0}</podcast:person>"
            "<enclosure url=\"https://media.tide.example/{0}.mp3\" length=\"123456{1}\" type=\"audio/mpeg\"/></item>\n",
            number, number % 60, text);
    };
    return with(std::string(size - with("").size(), 'w'));
}

void make(const std::string& path, const std::function<std::string(int)>& write_episode,
          const std::function<bool(int, std::size_t)>& is_enough) {
    std::ofstream out(path, std::ios::binary);
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
        "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
        "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel><title>Tide</title>"
        "<link>https://tide.example/</link><description>Of weirs</description><language>en</language>"
        "<itunes:author>Orla Bexley</itunes:author>\n";
    for (int number = 1; !is_enough(number, text.size()); ++number) text += write_episode(number);
    out << text << "</channel></rss>\n";
}

// The shortest of several runs, at least three and half a second of them.
double seconds_of(const std::function<bool()>& read) {
    double best = 1e9;
    const auto start = Clock::now();
    for (int run = 0; run < 3 || Clock::now() - start < std::chrono::milliseconds(50); ++run) {
        const auto before = Clock::now();
        if (!read()) return -1;
        best = std::min(best, std::chrono::duration<double>(Clock::now() - before).count());
    }
    return best;
}

bool reads(std::string_view way, const std::string& bytes) {
    if (way == "tree") {
        pugi::xml_document document;
        return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size()));
    }
    const auto html = way == "model" ? feeds::HtmlHandling::as_given : feeds::HtmlHandling::sanitise;
    return feeds::parse(bytes, {"https://tide.example/feed", "", ""}, wide, html).has_value();
}

std::size_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

void measure_memory(const std::string& path) {
    const std::size_t before = peak_memory();
    const std::string bytes = read_file(path);
    const auto document = feeds::parse(bytes, {"https://tide.example/feed", "", ""}, wide);
    fmt::print("{}\t{}\t{}\n", bytes.size(), peak_memory() - before, document ? document->entries.size() : 0);
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) return EX_USAGE;
    if (arguments[0] == "make") {
        const auto bytes = std::stoul(arguments[1]);
        make(arguments.at(2), episode, [&](int, std::size_t size) { return size >= bytes; });
    } else if (arguments[0] == "make-many") {
        const int count = std::stoi(arguments[1]);
        make(arguments.at(2), short_episode, [&](int number, std::size_t) { return number > count; });
    } else if (arguments[0] == "memory") {
        measure_memory(arguments[1]);
    } else {
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            const std::string bytes = read_file(arguments[i]);
            fmt::print("{}\t{:.9f}\n", arguments[i], seconds_of([&] { return reads(arguments[0], bytes); }));
        }
    }
    return EXIT_SUCCESS;
}
