#pragma once

#include <span>
#include <string_view>

namespace masthead::config {

/// A file of config/demo/site, compiled into the program.
struct EmbeddedFile {
    std::string_view path;  ///< relative to the folder: "magazine/index.html"
    std::string_view bytes;
};

/// The made-up publication that `masthead demo` follows: a magazine, a newsletter and a podcast, a folder each, which
/// hold what a server would have under the same paths. Text files name the three servers as {magazine}, {newsletter},
/// {podcast}.
std::span<const EmbeddedFile> embedded_site();

}  // namespace masthead::config
