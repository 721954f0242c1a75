// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pac/scriptfunctions.h"

#include <cstddef>
#include <memory>
#include <string>

namespace sockeye::pac {

//! \brief What became of a script, or of a question to it.
struct ScriptAnswer {
    enum class Kind {
        Ready, //!< it was read
        Found, //!< text: what FindProxyForURL returned; empty for null
        Invalid, //!< it is no script, or has no FindProxyForURL; text: why
        Threw, //!< text: the error
        Rubbish, //!< something other than a string was returned; text: what
        Memory //!< it took more than it may
    };

    Kind kind = Kind::Ready;
    std::string text;
};

//! \brief Runs one script. What the script leaves in its variables stays for the next question, as in
//! browsers.
class ScriptEngine final {
public:
    //! \brief An engine whose scripts may hold \a mostMemory bytes.
    ScriptEngine(Now now, std::size_t mostMemory);
    ~ScriptEngine();
    ScriptEngine(const ScriptEngine &) = delete;
    ScriptEngine &operator=(const ScriptEngine &) = delete;

    [[nodiscard]] ScriptAnswer load(const std::string &script);
    [[nodiscard]] ScriptAnswer find(const std::string &url, const std::string &host);

private:
    class Heap;

    Now m_now;
    std::unique_ptr<Heap> m_heap;
};

} // namespace sockeye::pac
