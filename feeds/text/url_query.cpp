#include "feeds/text/url_query.hpp"

#include <algorithm>

namespace masthead::feeds {

void for_each_parameter(std::string_view query,
                        const std::function<void(std::string_view name, std::string_view value)>& visit) {
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const auto sign = std::min(pair.find('='), pair.size());
        if (!pair.empty()) visit(pair.substr(0, sign), pair.substr(std::min(sign + 1, pair.size())));
    }
}

std::string without_parameters(std::string_view url,
                               const std::function<bool(std::string_view name, std::string_view value)>& drop) {
    const std::string_view fragment = url.substr(std::min(url.find('#'), url.size()));
    const std::string_view before = url.substr(0, url.size() - fragment.size());
    const auto mark = before.find('?');
    if (mark == std::string_view::npos) return std::string(url);
    std::string out(before.substr(0, mark));
    char separator = '?';
    for_each_parameter(before.substr(mark + 1), [&](std::string_view name, std::string_view value) {
        if (drop(name, value)) return;
        // As it stands there: "?a" and "?a=" are two addresses.
        out.append(1, separator)
            .append(name.data(), static_cast<std::size_t>(value.data() + value.size() - name.data()));
        separator = '&';
    });
    return out.append(fragment);
}

}  // namespace masthead::feeds
