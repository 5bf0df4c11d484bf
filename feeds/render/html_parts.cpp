#include "feeds/render/html_parts.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "feeds/people/platforms.hpp"
#include "feeds/render/address.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/text/date.hpp"

namespace masthead::feeds {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

// The first character of a text, whole.
std::string_view first_character(std::string_view text) {
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(0, end);
}

std::string initials(std::string_view name) {
    const auto last_blank = name.rfind(' ');
    std::string out(first_character(name));
    if (last_blank != std::string_view::npos) out += first_character(name.substr(last_blank + 1));
    return out;
}

void write_profiles(XmlWriter& out, const Contributor& person, Links links) {
    if (person.profiles.empty()) return;
    out.open("ul", {{"class", "handles"}});
    for (const Profile& profile : person.profiles) {
        out.open("li");
        out.open("a", {{"class", "u-url"}, {"href", profile.url}, {"rel", links == Links::own ? "me" : ""}});
        out.text("span", platform_title(profile.platform), {{"class", "platform"}});
        out.words(" " + profile.handle);
        out.close();
        out.close();
    }
    out.close();
}

void write_work(XmlWriter& out, const Contributor& person) {
    if (person.role.empty() && person.affiliation.empty()) return;
    out.open("p", {{"class", "work"}});
    out.text("span", person.role, {{"class", "p-job-title"}});
    if (!person.role.empty() && !person.affiliation.empty()) out.words(", ");
    out.text("span", person.affiliation, {{"class", "p-org"}});
    out.close();
}

// On the author's own page the name is the page's heading and leads home.
void write_name(XmlWriter& out, const Page& page, const Contributor& person, Links links) {
    if (person.author == nullptr && person.url.empty()) return out.text("p", person.name, {{"class", "name p-name"}});
    const std::string on_this_site =
        person.author == nullptr ? person.url : absolute_address(page.site, "/authors/" + person.author->slug);
    const bool own = links == Links::own;
    out.open(own && page_title(page) == person.name ? "h1" : "p", {{"class", "name"}});
    out.text("a", person.name,
             {{"class", own ? "p-name u-url u-uid" : "p-name u-url"},
              {"href", own ? person.url : on_this_site},
              {"rel", own && person.url != on_this_site ? "me" : ""}});
    out.close();
}

}  // namespace

void write_day(XmlWriter& out, Time time, std::string_view css_class) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    const std::string text = fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                                         months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
    out.text("time", text, {{"class", css_class}, {"datetime", format_rfc3339(time)}});
}

void write_duration(XmlWriter& out, std::chrono::seconds duration) {
    const auto minutes = (duration.count() + 30) / 60;
    const auto hours = minutes / 60;
    std::string text = fmt::format("{} min", minutes % 60);
    if (hours > 0) text = fmt::format("{} h ", hours) + text;
    if (minutes == 0) text = fmt::format("{} s", duration.count());
    out.text("time", text, {{"class", "duration"}, {"datetime", fmt::format("PT{}S", duration.count())}});
}

void write_portrait(XmlWriter& out, std::string_view name, std::string_view url, Portrait size) {
    const std::string_view pixels = size == Portrait::large ? "96" : "32";
    const std::string_view css_class = size == Portrait::large ? "portrait large" : "portrait";
    if (url.empty()) {
        out.text("span", initials(name), {{"class", css_class}, {"aria-hidden", "true"}});
        return;
    }
    out.leaf("img", {{"class", fmt::format("u-photo {}", css_class)},
                     {"src", url},
                     {"alt", "", XmlWriter::Write::always},
                     {"width", pixels},
                     {"height", pixels},
                     {"loading", "lazy"},
                     {"decoding", "async"}});
}

void write_author_card(XmlWriter& out, const Page& page, const Contributor& person, Links links) {
    out.open("div", {{"class", "card h-card"}});
    write_portrait(out, person.name, person.avatar, Portrait::large);
    out.open("div", {{"class", "about"}});
    write_name(out, page, person, links);
    write_work(out, person);
    out.text("p", person.bio, {{"class", "p-note"}, {"dir", "auto"}});
    write_profiles(out, person, links);
    out.close();
    out.close();
}

std::string with_lower_headings(std::string_view html) {
    std::string out(html);
    for (std::size_t at = out.find('<'); at != std::string::npos; at = out.find('<', at + 1)) {
        const std::size_t name = at + (out.compare(at, 2, "</") == 0 ? 2 : 1);
        // h6 has no level below it.
        if (name + 1 < out.size() && out[name] == 'h' && out[name + 1] >= '1' && out[name + 1] <= '5') ++out[name + 1];
    }
    return out;
}

}  // namespace masthead::feeds
