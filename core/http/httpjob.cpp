// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpjob.h"

namespace sockeye {

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

HttpJob::HttpJob(QObject *parent)
    : QObject(parent)
{
}

HttpJob::~HttpJob() = default;

} // namespace sockeye
