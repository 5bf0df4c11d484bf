#include "http/handlers/assets.hpp"

#include "feeds/render/render.hpp"

namespace masthead::http {

Content style_sheet_content() {
    return {std::string(feeds::style_sheet()),
            {"text/css; charset=utf-8", feeds::Time{}, std::string(kept_for_a_year), true},
            {},
            true};
}

Content robots_content() {
    return {"User-agent: *\nDisallow:\n",
            {"text/plain; charset=utf-8", feeds::Time{}, "Cache-Control: public, max-age=86400\r\n", true},
            {},
            true};
}

}  // namespace masthead::http
