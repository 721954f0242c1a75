// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgradefailure.h"

#include "core/http/httpdate.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

std::optional<std::chrono::seconds> retryAfter(const QByteArray &value, Timestamp now)
{
    bool isNumber = false;
    const int seconds = value.trimmed().toInt(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds{seconds});
    const auto date = parseHttpDate(value);
    if (!date)
        return std::nullopt;
    return std::max(std::chrono::ceil<std::chrono::seconds>(*date - now), std::chrono::seconds{0});
}

} // namespace

ProbeOutcome outcomeOf(UpgradeProblem::Kind problem)
{
    using Kind = UpgradeProblem::Kind;
    switch (problem) {
    case Kind::NotHttp:
        return ProbeOutcome::UpgradeNotHttp;
    case Kind::EndOfStream:
        return ProbeOutcome::UpgradeClosed;
    case Kind::Refused:
        return ProbeOutcome::UpgradeRefused;
    case Kind::NoUpgradeHeader:
    case Kind::WrongUpgradeHeader:
    case Kind::NoConnectionHeader:
    case Kind::WrongConnectionHeader:
        return ProbeOutcome::UpgradeHeaderMissing;
    case Kind::NoAcceptHeader:
    case Kind::WrongAccept:
        return ProbeOutcome::UpgradeWrongAccept;
    case Kind::NoSubprotocol:
    case Kind::WrongSubprotocol:
        return ProbeOutcome::UpgradeWrongSubprotocol;
    case Kind::MalformedHeader:
    case Kind::FoldedHeader:
    case Kind::HeadTooLong:
    case Kind::TooManyHeaders:
    case Kind::OldHttp:
    case Kind::RepeatedHeader:
    case Kind::WrongExtension:
    case Kind::BadExtensionParameter:
        return ProbeOutcome::UpgradeInvalid;
    }
    Q_UNREACHABLE();
}

QString detailOf(const UpgradeProblem &problem)
{
    const QString found = QString::fromUtf8(problem.found).trimmed();
    if (problem.expected.isEmpty())
        return found;
    return QString(found % u" ≠ "_s % QString::fromUtf8(problem.expected)).trimmed();
}

UpgradeFacts factsOf(const UpgradeResponse &response, Timestamp now)
{
    UpgradeFacts facts{response.status, response.reason, response.headers, response.body, {}};
    if (const QByteArray wait = response.header("Retry-After"); !wait.isNull())
        facts.retryAfter = retryAfter(wait, now);
    return facts;
}

} // namespace sockeye
