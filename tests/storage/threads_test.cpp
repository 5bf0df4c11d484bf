#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "storage/publication.hpp"
#include "tests/storage/store_fixture.hpp"

namespace {

using namespace masthead;
using tests::answer;
using tests::numbered_entry;

class Threads : public tests::StoreTest {};

TEST_F(Threads, ReadWholeCommitsWhileOthersWrite) {
    constexpr std::int64_t commits = 40;
    const auto source = add_source("https://ledger.example/feed");
    std::atomic<bool> is_done = false;
    std::jthread writer([&] {
        // Each commit brings three entries.
        for (std::int64_t i = 0; i < commits; ++i)
            store_->commit(answer(source, 1000 + i,
                                  {numbered_entry(3 * i + 2), numbered_entry(3 * i + 1), numbered_entry(3 * i)}));
        is_done = true;
    });
    std::jthread admin([&] {
        for (int i = 0; i < 20; ++i) store_->remove_author(add_author("Orla Bexley"));
    });
    // More than there are connections for reading.
    std::vector<std::jthread> readers;
    readers.reserve(6);
    for (int i = 0; i < 6; ++i)
        readers.emplace_back([&] {
            storage::EntryQuery query;
            query.limit = 1000;
            while (!is_done) {
                EXPECT_EQ(store_->entries(query).size() % 3, 0U);
                storage::PublicationRequest request;
                request.path = "/feeds/all";
                EXPECT_TRUE(storage::publication(*store_, {}, request));
                store_->version();
            }
        });
    readers.clear();
    writer.join();
    admin.join();
    EXPECT_EQ(store_->totals().entries, 3U * commits);
    EXPECT_TRUE(store_->check_integrity().empty());
}

}  // namespace
