#include "feeds/parse/page.hpp"

#include <algorithm>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

bool equal_in_any_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::vector<std::string> HtmlPage::meta(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& node : tree.nodes) {
        if (node.tag != "meta") continue;
        const bool is_it = equal_in_any_case(node.attribute("name"), name) ||
                           equal_in_any_case(node.attribute("property"), name) ||
                           equal_in_any_case(node.attribute("itemprop"), name) ||
                           equal_in_any_case(node.attribute("http-equiv"), name);
        if (is_it && node.has_attribute("content")) out.emplace_back(node.attribute("content"));
    }
    return out;
}

std::string HtmlPage::language() const {
    std::string out(trimmed(tree[0].attribute("lang")));
    if (out.empty()) out = trimmed(tree[0].attribute("xml:lang"));
    for (const std::string_view name : {"og:locale", "content-language", "dc.language"})
        if (const auto values = out.empty() ? meta(name) : std::vector<std::string>(); !values.empty())
            out = trimmed(values.front());
    std::replace(out.begin(), out.end(), '_', '-');
    return out.substr(0, out.find(','));
}

std::string HtmlPage::resolve(std::string_view reference) const {
    if (reference.empty()) return {};
    const auto resolved = resolve_url(base, reference);
    return resolved && is_media(*resolved) ? *resolved : std::string();
}

}  // namespace masthead::feeds
