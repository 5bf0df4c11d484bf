#include <algorithm>

#include "feeds/text/date.hpp"
#include "feeds/text/date_tokens.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

bool is_year(const DateToken* token) {
    return token && token->kind == Kind::number && token->text.size() == 4 && token->value >= 1900 &&
           token->value < 2200;
}

bool is_day(const DateToken* token) {
    return token && token->kind == Kind::number && token->text.size() <= 2 && token->value >= 1 && token->value <= 31;
}

// What may stand between the parts of one date: "May 21st, 2025", "1er mai", "21 de maio de 2025".
bool joins_parts(const DateToken& token) {
    if (token.kind == Kind::sign)
        return token.text == "," || token.text == "." || token.text == "-" || token.text == "/" || token.text == "،" ||
               token.text == "º" || token.text == "ª";
    return token.kind == Kind::word && (is_joining_word(token.text) || token.text == "st" || token.text == "nd" ||
                                        token.text == "rd" || token.text == "th" || token.text == "er");
}

// The number before or behind position `at`, over at most two tokens that join; nothing when something else is there.
const DateToken* number_near(const Tokens& tokens, std::size_t at, std::ptrdiff_t step) {
    auto i = static_cast<std::ptrdiff_t>(at) + step;
    for (int joins = 0; i >= 0 && i < static_cast<std::ptrdiff_t>(tokens.size()) && joins <= 2; i += step, ++joins) {
        const auto& token = tokens[static_cast<std::size_t>(i)];
        if (token.kind == Kind::number) return &token;
        if (!joins_parts(token)) return nullptr;
    }
    return nullptr;
}

std::optional<Time> around_month(const Tokens& tokens, std::size_t at) {
    const auto month = month_of_word(tokens[at].text);
    if (!month) return std::nullopt;
    const auto* before = number_near(tokens, at, -1);
    const auto* behind = number_near(tokens, at, +1);
    if (is_day(behind)) {
        const auto* third = number_near(tokens, static_cast<std::size_t>(behind - tokens.data()), +1);
        if (is_year(third)) return midnight(third->value, *month, behind->value);
        if (is_year(before)) return midnight(before->value, *month, behind->value);
    }
    if (is_day(before) && is_year(behind)) return midnight(behind->value, *month, before->value);
    return std::nullopt;
}

// 2025-05-21, 21.05.2025, 05/21/2025; of two that may both be the month the first is it with slashes only.
std::optional<Time> with_signs(const Tokens& tokens, std::size_t at, SlashOrder order) {
    if (at + 4 >= tokens.size()) return std::nullopt;
    const auto& sign = tokens[at + 1];
    const bool known = sign.text == "-" || sign.text == "." || sign.text == "/";
    if (sign.kind != Kind::sign || !known || tokens[at + 3].text != sign.text) return std::nullopt;
    const auto &a = tokens[at], &b = tokens[at + 2], &c = tokens[at + 4];
    if (is_year(&a) && is_day(&b) && is_day(&c)) return midnight(a.value, b.value, c.value);
    if (!is_day(&a) || !is_day(&b) || !is_year(&c)) return std::nullopt;
    const bool month_first = a.value <= 12 && ((sign.text == "/" && order == SlashOrder::month_first) || b.value > 12);
    return month_first ? midnight(c.value, a.value, b.value) : midnight(c.value, b.value, a.value);
}

// 2025年5月21日, 2025년 5월 21일
std::optional<Time> with_units(const Tokens& tokens, std::size_t at) {
    if (at + 5 >= tokens.size() || !is_year(&tokens[at])) return std::nullopt;
    const auto is = [&](std::size_t i, std::string_view a, std::string_view b) {
        return tokens[i].text == a || tokens[i].text == b;
    };
    if (!is(at + 1, "年", "년") || !is(at + 3, "月", "월") || !is(at + 5, "日", "일")) return std::nullopt;
    return midnight(tokens[at].value, tokens[at + 2].value, tokens[at + 4].value);
}

}  // namespace

SlashOrder slash_order(std::string_view language) {
    const std::string tag = folded(language);
    return tag.empty() || tag == "en" || tag == "en-us" ? SlashOrder::month_first : SlashOrder::day_first;
}

std::optional<Time> parse_printed_date(std::string_view text, SlashOrder order) {
    const auto tokens = date_tokens(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::optional<Time> found;
        if (tokens[i].kind == Kind::word) found = around_month(tokens, i);
        if (tokens[i].kind == Kind::number) found = with_units(tokens, i);
        if (!found && tokens[i].kind == Kind::number) found = with_signs(tokens, i, order);
        if (found) return found;
    }
    return std::nullopt;
}

}  // namespace masthead::feeds
