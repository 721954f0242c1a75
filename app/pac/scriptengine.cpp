// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pac/scriptengine.h"

#include <cstdio>
#include <cstdlib>
#include <duktape.h>
#include <new>

namespace sockeye::pac {

namespace {

using Kind = ScriptAnswer::Kind;

constexpr const char *entryPoint = "FindProxyForURL";

// The memory of one engine, counted.
struct Budget {
    std::size_t left;
    bool exhausted = false;
};

// Before each block stands its size.
struct alignas(std::max_align_t) BlockHead {
    std::size_t size;
};

void *allocate(void *udata, duk_size_t size)
{
    auto &budget = *static_cast<Budget *>(udata);
    if (size > budget.left) {
        budget.exhausted = true;
        return nullptr;
    }
    void *const block = std::malloc(sizeof(BlockHead) + size);
    if (!block) {
        budget.exhausted = true;
        return nullptr;
    }
    budget.left -= size;
    return new (block) BlockHead{size} + 1;
}

void release(void *udata, void *memory)
{
    if (!memory)
        return;
    BlockHead *const head = static_cast<BlockHead *>(memory) - 1;
    static_cast<Budget *>(udata)->left += head->size;
    std::free(head);
}

void *reallocate(void *udata, void *memory, duk_size_t size)
{
    if (!memory)
        return allocate(udata, size);
    if (size == 0) {
        release(udata, memory);
        return nullptr;
    }
    auto &budget = *static_cast<Budget *>(udata);
    BlockHead *const head = static_cast<BlockHead *>(memory) - 1;
    const std::size_t before = head->size;
    if (size > before && size - before > budget.left) {
        budget.exhausted = true;
        return nullptr;
    }
    auto *const moved = static_cast<BlockHead *>(std::realloc(head, sizeof(BlockHead) + size));
    if (!moved) {
        budget.exhausted = true;
        return nullptr;
    }
    budget.left += before;
    budget.left -= size;
    moved->size = size;
    return moved + 1;
}

// The engine cannot go on. Whoever asked sees that the process has ended.
[[noreturn]] void onFatal(void * /*udata*/, const char *message)
{
    std::fprintf(stderr, "%s\n", message);
    std::_Exit(EXIT_FAILURE);
}

// The error on top of the stack becomes a text, with the line of the script where that is known.
duk_ret_t describeError(duk_context *engine, void * /*udata*/)
{
    duk_int_t line = 0;
    if (duk_is_error(engine, -1) && duk_get_error_code(engine, -1) != DUK_ERR_SYNTAX_ERROR) {
        duk_get_prop_string(engine, -1, "lineNumber");
        line = duk_to_int(engine, -1);
        duk_pop(engine);
    }
    duk_safe_to_string(engine, -1);
    if (line > 0) {
        duk_push_sprintf(engine, "%s (line %ld)", duk_get_string(engine, -1), static_cast<long>(line));
        duk_remove(engine, -2);
    }
    return 1;
}

struct Request {
    const std::string &url;
    const std::string &host;
    const Now &now;
    bool returnedText = false;
};

duk_ret_t prepare(duk_context *engine, void *udata)
{
    addFunctions(engine, *static_cast<const Now *>(udata));
    return 0;
}

duk_ret_t compile(duk_context *engine, void *udata)
{
    const auto &script = *static_cast<const std::string *>(udata);
    duk_push_lstring(engine, script.data(), script.size());
    duk_push_string(engine, "script");
    duk_compile(engine, 0);
    return 1;
}

duk_ret_t run(duk_context *engine, void * /*udata*/)
{
    duk_call(engine, 0);
    return 1;
}

duk_ret_t checkEntryPoint(duk_context *engine, void *udata)
{
    duk_get_global_string(engine, entryPoint);
    *static_cast<bool *>(udata) = duk_is_callable(engine, -1) != 0;
    return 1;
}

duk_ret_t ask(duk_context *engine, void *udata)
{
    auto &request = *static_cast<Request *>(udata);
    duk_get_global_string(engine, entryPoint);
    duk_push_lstring(engine, request.url.data(), request.url.size());
    duk_push_lstring(engine, request.host.data(), request.host.size());
    duk_call(engine, 2);
    // "If the string is null, no proxies should be used", says the first description of it.
    if (duk_is_null(engine, -1)) {
        duk_pop(engine);
        duk_push_string(engine, "");
    }
    request.returnedText = duk_is_string(engine, -1) != 0;
    duk_safe_to_string(engine, -1);
    return 1;
}

} // namespace

class ScriptEngine::Heap {
public:
    explicit Heap(std::size_t mostMemory)
        : m_budget{mostMemory}
        , m_engine(duk_create_heap(allocate, reallocate, release, &m_budget, onFatal))
    {
    }
    ~Heap() { duk_destroy_heap(m_engine); }
    Heap(const Heap &) = delete;
    Heap &operator=(const Heap &) = delete;

    //! \brief Calls \a step with what is on top of the stack, and leaves its result there.
    [[nodiscard]] bool call(duk_safe_call_function step, void *udata, duk_idx_t arguments = 0)
    {
        m_budget.exhausted = false;
        return duk_safe_call(m_engine, step, udata, arguments, 1) == DUK_EXEC_SUCCESS;
    }

    //! \brief What went wrong in the last call, which \a kind it is.
    [[nodiscard]] ScriptAnswer failure(Kind kind)
    {
        if (m_budget.exhausted) {
            duk_set_top(m_engine, 0);
            duk_gc(m_engine, 0);
            return {Kind::Memory, {}};
        }
        [[maybe_unused]] const bool described = call(describeError, nullptr, 1);
        return {kind, takeText()};
    }

    [[nodiscard]] std::string takeText()
    {
        duk_size_t size = 0;
        const char *const text = duk_get_lstring(m_engine, -1, &size);
        std::string taken = text ? std::string(text, size) : std::string();
        duk_set_top(m_engine, 0);
        return taken;
    }

private:
    Budget m_budget;
    duk_context *m_engine;
};

ScriptEngine::ScriptEngine(Now now, std::size_t mostMemory)
    : m_now(std::move(now))
    , m_heap(std::make_unique<Heap>(mostMemory))
{
}

ScriptEngine::~ScriptEngine() = default;

ScriptAnswer ScriptEngine::load(const std::string &script)
{
    if (!m_heap->call(prepare, &m_now))
        return m_heap->failure(Kind::Threw);
    // The interface is C's, which has no const behind a pointer of any type.
    if (!m_heap->call(compile, const_cast<std::string *>(&script)))
        return m_heap->failure(Kind::Invalid);
    if (!m_heap->call(run, nullptr, 1))
        return m_heap->failure(Kind::Threw);
    bool isThere = false;
    if (!m_heap->call(checkEntryPoint, &isThere))
        return m_heap->failure(Kind::Threw);
    [[maybe_unused]] const std::string nothing = m_heap->takeText();
    if (!isThere)
        return {Kind::Invalid, std::string("no function ") + entryPoint};
    return {Kind::Ready, {}};
}

ScriptAnswer ScriptEngine::find(const std::string &url, const std::string &host)
{
    Request request{url, host, m_now};
    if (!m_heap->call(ask, &request))
        return m_heap->failure(Kind::Threw);
    return {request.returnedText ? Kind::Found : Kind::Rubbish, m_heap->takeText()};
}

} // namespace sockeye::pac
