// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpdate.h"

#include <QDateTime>
#include <QString>

namespace sockeye {

std::optional<Timestamp> parseHttpDate(const QByteArray &text)
{
    if (!text.endsWith(" GMT"))
        return std::nullopt;
    // Qt's reader of mail dates wants an offset instead of a name.
    const QString mailDate = QString::fromLatin1(text.chopped(3) + "+0000");
    const QDateTime date = QDateTime::fromString(mailDate, Qt::RFC2822Date);
    return date.isValid() ? std::optional(fromMilliseconds(date.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace sockeye
