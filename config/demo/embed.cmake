# Writes the folder SITE as a C++ file OUTPUT: one array per file and an index of them, for embedded_site.hpp.
# usage: cmake -DSITE=... -DOUTPUT=... -P embed.cmake

file(GLOB_RECURSE paths RELATIVE "${SITE}" "${SITE}/*")
list(SORT paths)
set(arrays "")
set(index "")
set(number 0)
foreach(path IN LISTS paths)
    file(READ "${SITE}/${path}" bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "const unsigned char file_${number}[] = {${bytes}};\n")
    string(APPEND index "    {\"${path}\", {reinterpret_cast<const char*>(file_${number}), sizeof file_${number}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"config/demo/embedded_site.hpp\"

namespace masthead::config {
namespace {

${arrays}
const EmbeddedFile files[] = {
${index}};

}  // namespace

std::span<const EmbeddedFile> embedded_site() { return files; }

}  // namespace masthead::config
")
