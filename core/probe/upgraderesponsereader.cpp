// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgraderesponsereader.h"

#include "core/http/httptoken.h"

#include <algorithm>
#include <string_view>

namespace sockeye {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t shownBytes = 256;
constexpr std::string_view protocol = "HTTP/1.";

QByteArray shown(std::string_view bytes)
{
    const std::string_view front = bytes.substr(0, shownBytes);
    return {front.data(), static_cast<qsizetype>(front.size())};
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isValueByte(char byte)
{
    const auto number = static_cast<unsigned char>(byte);
    return byte == '\t' || (number >= 0x20 && number != 0x7F);
}

} // namespace

Expected<std::size_t, UpgradeProblem> UpgradeResponseReader::feed(std::span<const std::byte> bytes)
{
    std::span<const std::byte> rest = bytes;
    while (!m_problem && !rest.empty() && !hasHead()) {
        m_problem = readHeadByte(std::to_integer<char>(rest.front()));
        rest = rest.subspan(1);
    }
    if (m_problem)
        return unexpected(*m_problem);
    if (m_part == Part::Body) {
        m_body.take(rest, m_response);
        if (m_body.isComplete())
            m_part = Part::Done;
    }
    return bytes.size() - rest.size();
}

Expected<void, UpgradeProblem> UpgradeResponseReader::endOfStream()
{
    if (!m_problem && !hasHead())
        m_problem = UpgradeProblem{UpgradeProblem::Kind::EndOfStream, shown(m_line), {}};
    if (m_problem)
        return unexpected(*m_problem);
    m_part = Part::Done;
    return {};
}

// A line ends with LF; the CR before it may be missing (RFC 9112 section 2.2).
std::optional<UpgradeProblem> UpgradeResponseReader::readHeadByte(char byte)
{
    if (++m_headSize > maximumHead)
        return UpgradeProblem{UpgradeProblem::Kind::HeadTooLong, shown(m_line), {}};
    if (byte == '\n') {
        if (m_line.ends_with('\r'))
            m_line.pop_back();
        auto problem = readLine();
        m_line.clear();
        return problem;
    }
    m_line.push_back(byte);
    // What is no HTTP may never send a line end: the first byte that differs tells.
    const bool mayBeHttp =
        m_part != Part::StatusLine || m_line.size() > protocol.size() || protocol.starts_with(m_line);
    if (!mayBeHttp)
        return UpgradeProblem{UpgradeProblem::Kind::NotHttp, shown(m_line), protocol.data()};
    return std::nullopt;
}

std::optional<UpgradeProblem> UpgradeResponseReader::readLine()
{
    if (m_part == Part::StatusLine)
        return readStatusLine();
    if (!m_line.empty())
        return readHeader();
    finishHead();
    return std::nullopt;
}

// HTTP/1.1 101 Switching Protocols; the reason, and the space before it, may be missing.
std::optional<UpgradeProblem> UpgradeResponseReader::readStatusLine()
{
    constexpr std::size_t statusAt = "HTTP/1.1 "sv.size();
    constexpr std::size_t reasonAt = "HTTP/1.1 101 "sv.size();
    const std::string_view line = m_line;
    const bool isWhole = line.size() >= reasonAt - 1 && isDigit(line[statusAt - 2])
        && line[statusAt - 1] == ' ' && std::ranges::all_of(line.substr(statusAt, 3), isDigit)
        && line[statusAt] != '0' && (line.size() < reasonAt || line[reasonAt - 1] == ' ')
        && std::ranges::all_of(line, isValueByte);
    if (!isWhole)
        return UpgradeProblem{UpgradeProblem::Kind::NotHttp, shown(line), {}};
    m_response.minorVersion = line[statusAt - 2] - '0';
    m_response.status =
        (line[statusAt] - '0') * 100 + (line[statusAt + 1] - '0') * 10 + (line[statusAt + 2] - '0');
    const std::string_view reason = line.substr(std::min(reasonAt, line.size()));
    m_response.reason = QByteArray(reason.data(), static_cast<qsizetype>(reason.size()));
    m_part = Part::Headers;
    return std::nullopt;
}

std::optional<UpgradeProblem> UpgradeResponseReader::readHeader()
{
    const std::string_view line = m_line;
    if (line.front() == ' ' || line.front() == '\t')
        return UpgradeProblem{UpgradeProblem::Kind::FoldedHeader, shown(line), {}};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return UpgradeProblem{UpgradeProblem::Kind::MalformedHeader, shown(line), {}};
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = line.substr(colon + 1);
    if (!isToken(name) || !std::ranges::all_of(value, isValueByte))
        return UpgradeProblem{UpgradeProblem::Kind::MalformedHeader, shown(line), {}};
    if (m_response.headers.size() == maximumHeaders)
        return UpgradeProblem{UpgradeProblem::Kind::TooManyHeaders, shown(line), {}};
    m_response.headers.push_back({QByteArray(name.data(), static_cast<qsizetype>(name.size())),
        QByteArray(value.data(), static_cast<qsizetype>(value.size())).trimmed()});
    return std::nullopt;
}

void UpgradeResponseReader::finishHead()
{
    const bool isInterim = m_response.status < 200 && m_response.status != 101;
    if (isInterim) {
        m_response = {};
        m_part = Part::StatusLine;
        return;
    }
    m_body.begin(m_response);
    m_part = m_body.isComplete() ? Part::Done : Part::Body;
}

} // namespace sockeye
