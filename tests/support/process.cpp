#include "tests/support/process.hpp"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace masthead::tests {

namespace {

struct Pipe {
    int read = -1, write = -1;

    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
        read = ends[0];
        write = ends[1];
    }
    ~Pipe() {
        close_read();
        close_write();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void close_read() {
        if (read >= 0) ::close(std::exchange(read, -1));
    }
    void close_write() {
        if (write >= 0) ::close(std::exchange(write, -1));
    }
};

std::vector<std::string> environment_of(const Process::Start& start) {
    std::vector<std::string> out;
    // No thread of ours sets a variable.
    if (const char* path = std::getenv("PATH"))  // NOLINT(concurrency-mt-unsafe)
        out.push_back(std::string("PATH=") + path);
    for (const auto& [name, value] : start.environment) out.push_back(fmt::format("{}={}", name, value));
    return out;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> out;
    out.reserve(texts.size() + 1);
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

}  // namespace

// Two threads beside the caller's: one collects the output, one waits for the end.
class Process::Child {
public:
    explicit Child(const Start& start) {
        // Everything is made ready before fork: between it and exec only async-signal-safe calls are allowed.
        std::vector<std::string> arguments{start.program};
        arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
        auto environment = environment_of(start);
        const auto argv = pointers_to(arguments), envp = pointers_to(environment);
        pid_ = ::fork();
        if (pid_ < 0) throw std::runtime_error("no process can be started");
        if (pid_ == 0) become(start, argv.data(), envp.data());
        in_.close_read();
        out_.close_write();
        err_.close_write();
        collector_ = std::thread([this, input = start.input] { collect(input); });
        waiter_ = std::thread([this] { await_end(); });
    }

    ~Child() {
        signal(SIGKILL);
        waiter_.join();
        // A grandchild may still hold the pipes open: what it writes is of no interest any more.
        {
            std::lock_guard lock(mutex_);
            abandoned_ = true;
        }
        collector_.join();
    }

    pid_t pid() const { return pid_; }

    void signal(int number) {
        std::lock_guard lock(mutex_);
        if (!code_) ::kill(pid_, number);
    }

    std::optional<std::string> wait_for_line(const std::string& text, std::chrono::milliseconds deadline) {
        std::unique_lock lock(mutex_);
        std::optional<std::string> line;
        changed_.wait_for(lock, deadline, [&] {
            for (const auto& output : outputs_)
                if (!line) line = line_with(output, text);
            return line || ended_;
        });
        return line;
    }

    std::optional<int> wait(std::chrono::milliseconds deadline) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, deadline, [&] { return code_ && ended_; });
        return code_;
    }

    std::string output(std::size_t index) const {
        std::lock_guard lock(mutex_);
        return outputs_[index];
    }

private:
    [[noreturn]] void become(const Start& start, char* const* argv, char* const* envp) const {
        ::dup2(in_.read, 0);
        ::dup2(out_.write, 1);
        ::dup2(err_.write, 2);
        if (!start.folder.empty() && ::chdir(start.folder.c_str()) != 0) ::_exit(127);
        ::execvpe(argv[0], argv, envp);
        ::_exit(127);
    }

    static std::optional<std::string> line_with(const std::string& output, const std::string& text) {
        const auto found = output.find(text);
        const auto end = found == std::string::npos ? found : output.find('\n', found);
        if (end == std::string::npos) return std::nullopt;
        const auto before = output.rfind('\n', found);
        const auto start = before == std::string::npos ? 0 : before + 1;
        return output.substr(start, end - start);
    }

    void collect(const std::string& input) {
        feed(input);
        std::array<pollfd, 2> pipes{pollfd{out_.read, POLLIN, 0}, pollfd{err_.read, POLLIN, 0}};
        while ((pipes[0].fd >= 0 || pipes[1].fd >= 0) && !is_abandoned()) {
            if (::poll(pipes.data(), pipes.size(), 100) < 0 && errno != EINTR) break;
            for (std::size_t i = 0; i < pipes.size(); ++i)
                if (pipes[i].fd >= 0 && pipes[i].revents != 0 && !take(i, pipes[i].fd)) pipes[i].fd = -1;
        }
        std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    // Short inputs only: they fit into the pipe's buffer, so nobody waits for anybody.
    void feed(const std::string& input) {
        if (!input.empty() && ::write(in_.write, input.data(), input.size()) < 0) return in_.close_write();
        in_.close_write();
    }

    bool take(std::size_t index, int descriptor) {
        std::array<char, 4096> bytes{};
        const auto count = ::read(descriptor, bytes.data(), bytes.size());
        if (count <= 0) return false;
        std::lock_guard lock(mutex_);
        outputs_[index].append(bytes.data(), static_cast<std::size_t>(count));
        changed_.notify_all();
        return true;
    }

    bool is_abandoned() const {
        std::lock_guard lock(mutex_);
        return abandoned_;
    }

    void await_end() {
        // WNOWAIT first: the pid stays ours until `code_` says that no signal may be sent to it any more.
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) continue;
        std::lock_guard lock(mutex_);
        int status = 0;
        ::waitpid(pid_, &status, 0);
        code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        changed_.notify_all();
    }

    Pipe in_, out_, err_;
    pid_t pid_ = -1;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::array<std::string, 2> outputs_;
    std::optional<int> code_;
    bool ended_ = false;
    bool abandoned_ = false;
    std::thread collector_, waiter_;
};

Process::Process(const Start& start) : child_(std::make_unique<Child>(start)) {}
Process::~Process() = default;

pid_t Process::pid() const { return child_->pid(); }

std::optional<std::string> Process::wait_for_line(const std::string& text, std::chrono::milliseconds deadline) {
    return child_->wait_for_line(text, deadline);
}

void Process::signal(int number) { child_->signal(number); }
std::optional<int> Process::wait(std::chrono::milliseconds deadline) { return child_->wait(deadline); }
std::string Process::out() const { return child_->output(0); }
std::string Process::err() const { return child_->output(1); }

Finished run(const Process::Start& start, std::chrono::milliseconds deadline) {
    Process process(start);
    Finished finished;
    finished.code = process.wait(deadline).value_or(-1);
    finished.out = process.out();
    finished.err = process.err();
    return finished;
}

}  // namespace masthead::tests
