#include "tests/properties/whole_document.hpp"

#include <fmt/format.h>

#include "feeds/text/encoding.hpp"
#include "feeds/text/sanitise.hpp"
#include "tests/properties/safe_html.hpp"

namespace masthead::tests {
namespace {

using feeds::Entry;
using feeds::Person;

// Looks for the first promise that a part of the document breaks.
class Inspection {
public:
    explicit Inspection(const feeds::Document& document) {
        const auto& publication = document.publication;
        for (const auto* text : {&publication.id, &publication.title, &publication.url, &publication.language,
                                 &publication.image, &publication.self_url, &document.encoding})
            inspect_text(*text);
        for (const auto* html : {&publication.description, &publication.title_html.str()}) inspect_html(*html);
        for (const auto& credit : document.people) inspect_person(credit.person);
        if (document.subject) inspect_person(*document.subject);
        for (const auto& entry : document.entries) inspect_entry(entry);
        for (const auto& feed : document.feeds) inspect_text(feed.url + feed.title);
        for (const auto& note : document.notes) inspect_text(note);
    }

    std::string broken() && { return std::move(broken_); }

private:
    void inspect_text(const std::string& text) {
        if (broken_.empty() && feeds::repair_utf8(text) != text) broken_ = fmt::format("no UTF-8: {:?}", text);
    }

    void inspect_html(const std::string& html) {
        inspect_text(html);
        if (!broken_.empty()) return;
        if (const auto unsafe = unsafe_part(html); !unsafe.empty())
            broken_ = fmt::format("unsafe: {} in {:?}", unsafe, html);
        else if (feeds::sanitise(html, "") != html)
            broken_ = fmt::format("sanitised again it is another: {:?}", html);
    }

    void inspect_person(const Person& person) {
        for (const auto* text : {&person.name, &person.bio.str(), &person.url, &person.avatar.str(),
                                 &person.email.str(), &person.role.str(), &person.affiliation.str()})
            inspect_text(*text);
        for (const auto& profile : person.profiles) inspect_text(profile.handle + profile.url);
    }

    void inspect_entry(const Entry& entry) {
        for (const auto* text : {&entry.guid, &entry.url, &entry.title, &entry.language, &entry.image,
                                 &entry.rights.str(), &entry.external_url.str(), &entry.comments_url.str()})
            inspect_text(*text);
        for (const auto* html : {&entry.content, &entry.summary, &entry.title_html.str()}) inspect_html(*html);
        for (const auto& category : entry.categories) inspect_text(category);
        for (const auto& credit : entry.credits) inspect_person(credit.person);
        for (const auto& file : entry.enclosures) inspect_text(file.url + file.type + file.title.str());
        for (const auto& element : entry.extensions) inspect_text(element.name + element.text.str());
    }

    std::string broken_;
};

}  // namespace

std::string broken_promise(const feeds::Document& document) { return Inspection(document).broken(); }

}  // namespace masthead::tests
