// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/refusalbody.h"
#include "core/probe/upgraderesponse.h"

#include <optional>
#include <span>
#include <string>

namespace sockeye {

//! \brief Reads the answer to an upgrade request (RFC 9112), strictly and without input or output. Interim
//! answers are passed over. It is complete with the head of a 101, and else with the body of the refusal or
//! as much of it as is kept. How the bytes were cut makes no difference.
class UpgradeResponseReader final {
public:
    static constexpr std::size_t maximumHead = std::size_t{64} << 10U;
    static constexpr std::size_t maximumHeaders = 200;

    //! \brief How many of \a bytes belong to the answer; what is behind a 101 is the first of the frames.
    //! After a problem it reads no more.
    [[nodiscard]] Expected<std::size_t, UpgradeProblem> feed(std::span<const std::byte> bytes);
    //! \brief The server ended the connection; a problem when that was before the head was whole.
    [[nodiscard]] Expected<void, UpgradeProblem> endOfStream();

    //! \brief The final status line and all headers are there.
    [[nodiscard]] bool hasHead() const { return m_part != Part::StatusLine && m_part != Part::Headers; }
    [[nodiscard]] bool isComplete() const { return m_part == Part::Done; }
    //! \brief As far as it is read.
    [[nodiscard]] const UpgradeResponse &response() const { return m_response; }

private:
    enum class Part { StatusLine, Headers, Body, Done };

    [[nodiscard]] std::optional<UpgradeProblem> readHeadByte(char byte);
    [[nodiscard]] std::optional<UpgradeProblem> readLine();
    [[nodiscard]] std::optional<UpgradeProblem> readStatusLine();
    [[nodiscard]] std::optional<UpgradeProblem> readHeader();
    void finishHead();

    UpgradeResponse m_response;
    RefusalBody m_body;
    Part m_part = Part::StatusLine;
    std::string m_line;
    std::size_t m_headSize = 0; //!< interim answers included
    std::optional<UpgradeProblem> m_problem;
};

} // namespace sockeye
