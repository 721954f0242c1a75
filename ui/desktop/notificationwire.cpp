// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/notificationwire.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Notification)
};

//! Urgency levels of the specification. The server wants a byte: an int is another D-Bus type.
enum class Urgency : uchar { Low = 0, Normal = 1, Critical = 2 };

Urgency urgencyOf(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::Firing:
        return notice.severity == Severity::Critical ? Urgency::Critical : Urgency::Normal;
    case Notice::Kind::Blind:
    case Notice::Kind::Trial:
        return Urgency::Normal;
    case Notice::Kind::Resolved:
    case Notice::Kind::Seeing:
        break;
    }
    return Urgency::Low;
}

bool isGoodNews(const Notice &notice)
{
    return notice.kind == Notice::Kind::Resolved || notice.kind == Notice::Kind::Seeing;
}

} // namespace

ServerAbilities ServerAbilities::of(const QStringList &capabilities)
{
    return {capabilities.contains("actions"_L1), capabilities.contains("body-markup"_L1)};
}

NotifyArguments notifyArguments(
    const Notice &notice, const ServerAbilities &abilities, const Formatting &formatting)
{
    NotifyArguments arguments;
    arguments.summary = noticeSummary(notice, formatting);
    const QString body = noticeBody(notice, formatting);
    arguments.body = abilities.bodyMarkup ? body.toHtmlEscaped() : body;
    if (abilities.actions) {
        // "default" is a click on the notice itself; "show" is the button.
        const QString show = Words::tr("Show");
        arguments.actions = {u"default"_s, show, u"show"_s, show};
    }
    arguments.hints.insert(u"urgency"_s, QVariant::fromValue(static_cast<uchar>(urgencyOf(notice))));
    arguments.hints.insert(u"desktop-entry"_s, u"org.sockeye.Sockeye"_s);
    arguments.hints.insert(u"category"_s, isGoodNews(notice) ? u"network"_s : u"network.error"_s);
    if (isGoodNews(notice))
        arguments.hints.insert(u"transient"_s, true);
    return arguments;
}

} // namespace sockeye
