#include "feeds/identity.hpp"
#include "feeds/render/render.hpp"

namespace masthead::feeds {
namespace {

constexpr std::string_view style = R"css(:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: 1.05rem/1.6 system-ui, sans-serif; }
)css";

}  // namespace

std::string_view style_sheet() { return style; }

std::string style_sheet_path() { return "/style-" + uuid5({}, style).substr(0, 8) + ".css"; }

}  // namespace masthead::feeds
