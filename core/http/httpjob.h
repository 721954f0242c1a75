// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/http/httpconfig.h"
#include "core/http/httperror.h"

#include <QObject>

namespace sockeye {

//! \brief A complete answer, whatever its status. A chunked body whose connection breaks off may pass for
//! complete with Qt 6.4: whoever reads it must notice that its end is missing, as readers of JSON do.
struct HttpReply {
    int status = 0;
    QByteArray contentType; //!< without parameters, lower case
    QByteArray body; //!< decoded
    std::vector<HttpHeader> headers;
    Timestamp receivedAt;
    std::chrono::nanoseconds elapsed{0}; //!< from the request to the last byte
    QUrl redirectedTo; //!< where the first redirect led; empty without one

    [[nodiscard]] QByteArray header(const QByteArray &name) const; //!< case-insensitive; empty when absent

    friend bool operator==(const HttpReply &, const HttpReply &) = default;
};

using HttpOutcome = Expected<HttpReply, HttpError>;

//! \brief One request under way. Emits finished() exactly once, never before control has returned to the
//! caller, and deletes itself afterwards. Main thread only.
class HttpJob : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpJob)

public:
    ~HttpJob() override;

    //! \brief Ends the request; finished() follows with Kind::Aborted. Safe at any time, and more than once.
    virtual void abort() = 0;

Q_SIGNALS:
    void finished(const sockeye::HttpOutcome &outcome);

protected:
    explicit HttpJob(QObject *parent = nullptr);
};

} // namespace sockeye
