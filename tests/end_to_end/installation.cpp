#include "tests/end_to_end/installation.hpp"

#include <csignal>
#include <stdexcept>
#include <utility>

#include "tests/support/paths.hpp"

namespace masthead::tests {

Process::Start Installation::start(std::vector<std::string> arguments) const {
    std::vector<std::string> all{"--db",  store(),
                                 "--set", "fetch.allow_private=127.0.0.0/8",
                                 "--set", "fetch.host_gap=0s",
                                 "--set", "http.listen=127.0.0.1:0",
                                 "--set", "http.admin_listen=",
                                 "--set", "site.base_url=https://feeds.example.org"};
    for (auto& argument : arguments) all.push_back(std::move(argument));
    return {program().string(),
            std::move(all),
            {{"HOME", folder_.path().string()}, {"LANG", "C.UTF-8"}},
            folder_.path().string(),
            {}};
}

Finished Installation::run(std::vector<std::string> arguments) const {
    return tests::run(start(std::move(arguments)), std::chrono::seconds(60));
}

void Installation::serve(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"serve"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    daemon_ = std::make_unique<Process>(start(std::move(all)));
    const auto line = daemon_->wait_for_line("listen=");
    const auto at = line ? line->find("127.0.0.1:") : std::string::npos;
    if (at == std::string::npos) throw std::runtime_error("masthead serve did not start: " + daemon_->err());
    const auto end = line->find_first_not_of("0123456789.:", at);
    address_ = "http://" + line->substr(at, end == std::string::npos ? end : end - at);
}

std::string Installation::url(const std::string& path) const { return address_ + path; }

void Installation::kill() {
    daemon_->signal(SIGKILL);
    daemon_->wait();
    daemon_.reset();
}

}  // namespace masthead::tests
