#include "config/comma_list.hpp"

#include <algorithm>

namespace masthead::config {

std::vector<std::string> comma_parts(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        auto part = text.substr(0, comma);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) out.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return out;
}

}  // namespace masthead::config
