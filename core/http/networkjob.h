// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QNetworkReply;

namespace sockeye {

//! \brief The HttpJob of HttpClient: collects the body of a QNetworkReply under a byte cap and a deadline.
class NetworkJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkJob)

public:
    struct Limits {
        std::chrono::milliseconds timeout{0};
        qint64 maxBodyBytes = 0;
    };

    NetworkJob(Limits limits, const Clock &clock, QObject *parent);
    ~NetworkJob() override;

    //! \brief Takes over \a reply, which has just been sent.
    void start(QNetworkReply *reply);
    //! \brief Ends the job with \a error, before anything was sent.
    void fail(HttpError error);
    void abort() override;

private:
    void onMetaDataChanged();
    void onReadyRead();
    void onReplyFinished();
    void onDeadline();
    void conclude(HttpOutcome outcome);
    void deliver();
    void dropReply();
    [[nodiscard]] bool refuseOversize(qint64 bytes);
    [[nodiscard]] HttpError error(HttpError::Kind kind, const QString &detail = {}) const;
    [[nodiscard]] HttpError errorOfReply() const;
    [[nodiscard]] HttpReply answer(int status) const;

    Limits m_limits;
    const Clock &m_clock;
    MonotonicTime m_startedAt;
    QPointer<QNetworkReply> m_reply;
    QUrl m_url;
    QTimer m_deadline;
    QByteArray m_body;
    QStringList m_tlsProblems;
    std::optional<HttpOutcome> m_outcome;
    bool m_delivered = false;
};

} // namespace sockeye
