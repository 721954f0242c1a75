// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgraderesponse.h"

namespace sockeye {

QByteArray UpgradeResponse::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (name.compare(header.name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QByteArrayList UpgradeResponse::allOf(QByteArrayView name) const
{
    QByteArrayList values;
    for (const HttpHeader &header : headers) {
        if (name.compare(header.name, Qt::CaseInsensitive) == 0)
            values.append(header.value);
    }
    return values;
}

} // namespace sockeye
