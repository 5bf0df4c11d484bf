#include "tests/end_to_end/publication.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "tests/support/paths.hpp"

namespace masthead::tests {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string type_of(const std::string& path) {
    const auto ending = fs::path(path).extension();
    if (ending == ".xml") return "application/rss+xml; charset=utf-8";
    if (ending == ".mp3") return "audio/mpeg";
    if (ending == ".png") return "image/png";
    return "text/html; charset=utf-8";
}

}  // namespace

Publication::Publication() {
    serve(magazine_, "magazine");
    serve(newsletter_, "newsletter");
    serve(podcast_, "podcast");
}

void Publication::serve(Origin& origin, const std::string& folder) {
    const fs::path root = source_folder() / "config" / "demo" / "site" / folder;
    for (const auto& item : fs::recursive_directory_iterator(root)) {
        if (!item.is_regular_file()) continue;
        std::string path = "/" + fs::relative(item.path(), root).generic_string();
        std::string body = read_file(item.path());
        const std::string index = "index.html";
        if (path.size() > index.size() && path.compare(path.size() - index.size(), index.size(), index) == 0)
            path.resize(path.size() - index.size());
        if (type_of(path).find("charset") != std::string::npos) {
            replace_all(body, "{magazine}", "http://" + magazine_.address());
            replace_all(body, "{newsletter}", "http://" + newsletter_.address());
            replace_all(body, "{podcast}", "http://" + podcast_.address());
        }
        documents_[{&origin, path}] = std::move(body);
        put(origin, path);
    }
}

void Publication::put(Origin& origin, const std::string& path) {
    Answer answer;
    answer.body = documents_.at({&origin, path});
    answer.type = type_of(path);
    answer.etag = "\"" + std::to_string(std::hash<std::string>{}(answer.body)) + "\"";
    answer.manner = manner_;
    origin.set(path, answer);
}

void Publication::edit(Origin& origin, const std::string& path, const std::string& what, const std::string& with) {
    std::string& body = documents_.at({&origin, path});
    if (body.find(what) == std::string::npos) throw std::invalid_argument(path + " does not hold: " + what);
    replace_all(body, what, with);
    put(origin, path);
}

void Publication::set_manner(Answer::Manner manner) {
    manner_ = manner;
    for (const auto& [place, body] : documents_) put(*place.first, place.second);
}

}  // namespace masthead::tests
