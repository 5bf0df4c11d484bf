// Fills a new store with made-up entries, for the benchmarks that need a program with something to publish.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include <fmt/format.h>

#include "storage/store.hpp"

namespace {

using namespace masthead;

constexpr std::size_t entries_of_an_answer = 100;

/// Prose of about so many bytes; the same number gives the same words.
std::string prose(std::size_t bytes, std::uint64_t number) {
    constexpr const char* words[] = {"trade",  "harbour", "letter", "council", "winter",   "price",  "the",
                                     "of",     "and",     "a",      "which",   "question", "market", "has",
                                     "policy", "river",   "never",  "while",   "border",   "editor"};
    std::string out = "<p>";
    std::uint64_t state = number * 2 + 1;
    while (out.size() < bytes) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        out += words[(state >> 33U) % std::size(words)];
        out += (state >> 60U) == 0 ? ".</p><p>" : " ";
    }
    return out + "</p>";
}

feeds::Entry entry(std::uint64_t number, std::size_t bytes) {
    feeds::Entry out;
    out.guid = fmt::format("tag:ledger.example,2020:{}", number);
    out.url = fmt::format("https://ledger.example/pieces/{}", number);
    out.title = fmt::format("Piece {} of the ledger", number);
    out.content = prose(bytes, number);
    const feeds::Time first{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};
    out.published = first + std::chrono::minutes(number * 20);
    return out;
}

void fill(const std::string& path, std::uint64_t count, std::size_t bytes) {
    const auto store = storage::open_store({"sqlite:" + path});
    feeds::Source source;
    source.url = "https://ledger.example/feed";
    source.title = "The Ledger";
    source.paused = true;  // nothing is to be fetched
    source.authors = {store->add_author("Orla Bexley", feeds::Author::Type::person).id};
    const auto id = store->add_source(source).id;
    for (std::uint64_t number = 0; number < count;) {
        storage::Commit commit;
        commit.source = id;
        while (number < count && commit.entries.size() < entries_of_an_answer)
            commit.entries.push_back(entry(number++, bytes));
        commit.at = *commit.entries.back().published;
        store->commit(commit);
    }
    store->checkpoint();
}

template <class Number>
bool read(const char* text, Number& value) {
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), value);
    return error == std::errc() && *end == '\0';
}

}  // namespace

int main(int count, char** arguments) {
    std::uint64_t entries = 0;
    std::size_t bytes = 0;
    if (count != 4 || !read(arguments[2], entries) || !read(arguments[3], bytes)) {
        std::fputs("usage: bench_fill STORE ENTRIES BYTES-OF-EACH\n", stderr);
        return 64;
    }
    try {
        fill(arguments[1], entries, bytes);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_fill: {}\n", error.what());
        return 74;
    }
    return 0;
}
