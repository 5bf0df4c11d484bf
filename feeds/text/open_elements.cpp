#include "feeds/text/open_elements.hpp"

#include <algorithm>
#include <array>

#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

bool is_cell(std::string_view tag) { return tag == "td" || tag == "th" || tag == "caption"; }
bool is_row_group(std::string_view tag) { return tag == "tbody" || tag == "thead" || tag == "tfoot"; }
bool is_list(std::string_view tag) { return tag == "ul" || tag == "ol" || tag == "menu" || tag == "dir"; }
bool ends_paragraph(std::string_view tag) {
    return is_block_element(tag) && tag != "br" && tag != "option" && !is_table_part(tag);
}

}  // namespace

bool is_table_part(std::string_view tag) {
    static constexpr std::array<std::string_view, 9> tags = {"caption", "col", "colgroup", "tbody", "td",
                                                             "tfoot",   "th",  "thead",    "tr"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

void OpenElements::push(std::string_view tag) {
    open_.emplace_back(tag);
    ++count_[open_.back()];
}

std::optional<std::size_t> OpenElements::find(std::string_view tag) const {
    if (!contains(tag)) return std::nullopt;
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i] == tag) return i;
        const bool in_table = is_cell(open_[i]) && !is_table_part(tag) && tag != "table";
        if (open_[i] == "table" || in_table) return std::nullopt;
    }
    return std::nullopt;
}

void OpenElements::close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
        out_.append("</").append(open_.back()).append(">");
        const auto count = count_.find(open_.back());
        if (--count->second == 0) count_.erase(count);
        open_.pop_back();
    }
}

bool OpenElements::close(std::string_view tag) {
    const auto at = find(tag);
    if (at) close_down_to(*at);
    return at.has_value();
}

// Closes the innermost element for which `closes` holds, not looking out of one for which `keeps` does.
template <class Closes, class Keeps>
void OpenElements::close_innermost(Closes closes, Keeps keeps) {
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (closes(open_[i])) return close_down_to(i);
        if (keeps(open_[i]) || is_cell(open_[i]) || open_[i] == "table") return;
    }
}

void OpenElements::close_before(std::string_view tag) {
    if (ends_paragraph(tag)) close("p");
    if (is_heading_tag(tag)) {
        // Also out of a link, which may go for its address: what is left of it would not be what the sanitiser writes.
        close_innermost(is_heading_tag, [](std::string_view) { return false; });
    } else if (tag == "a") {
        close("a");
    } else if (tag == "option") {
        close("option");
    } else if (tag == "li") {
        close_innermost([](std::string_view open) { return open == "li"; }, is_list);
    } else if (tag == "dd" || tag == "dt") {
        close_innermost([](std::string_view open) { return open == "dd" || open == "dt"; },
                        [](std::string_view open) { return open == "dl"; });
    } else if (is_table_part(tag)) {
        close_table_parts(tag);
    }
}

// Back to the part of the table that may hold `tag`; nothing when no table is open.
void OpenElements::close_table_parts(std::string_view tag) {
    const bool goes_in_row = tag == "td" || tag == "th";
    for (std::size_t i = open_.size(); i-- > 0;) {
        const std::string_view open = open_[i];
        const bool holds = open == "table" || (open == "tr" && goes_in_row) ||
                           (is_row_group(open) && (tag == "tr" || goes_in_row)) || (open == "colgroup" && tag == "col");
        if (holds) return close_down_to(i + 1);
    }
}

}  // namespace masthead::feeds
