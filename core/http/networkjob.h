// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace sockeye {

//! \brief What goes over the wire: a GET, or a POST with a form.
struct HttpMessage {
    QNetworkRequest request;
    std::optional<QByteArray> form;
};

//! \brief The HttpJob of HttpClient: sends a message, sends it again where the server says that it moved to
//! within its origin, and collects the body under a byte cap and a deadline.
class NetworkJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkJob)

public:
    struct Limits {
        std::chrono::milliseconds timeout{0};
        qint64 maxBodyBytes = 0; //!< of the decoded body
        bool followRedirects = true;
    };

    NetworkJob(Limits limits, const Clock &clock, QObject *parent);
    ~NetworkJob() override;

    //! \brief Sends \a message by \a manager, which must outlive the job.
    void start(QNetworkAccessManager &manager, HttpMessage message);
    //! \brief Ends the job with \a error, before anything was sent.
    void fail(HttpError error);
    void abort() override;

private:
    void sendMessage();
    void onMetaDataChanged();
    void onReadyRead();
    void onReplyFinished();
    void onDeadline();
    void readBody();
    void followTo(const QUrl &target);
    void conclude(HttpOutcome outcome);
    void deliver();
    void dropReply();
    [[nodiscard]] bool refuseOversize(qint64 bytes);
    [[nodiscard]] HttpError error(HttpError::Kind kind, const QString &detail = {}) const;
    [[nodiscard]] bool isDecoded(const QByteArray &coding) const;
    [[nodiscard]] HttpError errorOfReply() const;
    [[nodiscard]] std::optional<HttpError> tlsError(HttpError::Kind kind) const;
    [[nodiscard]] HttpReply answer(int status);

    Limits m_limits;
    const Clock &m_clock;
    MonotonicTime m_startedAt;
    QNetworkAccessManager *m_manager = nullptr;
    HttpMessage m_message;
    int m_redirects = 0;
    QUrl m_firstRedirect;
    QPointer<QNetworkReply> m_reply;
    QUrl m_url;
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    std::optional<HttpOutcome> m_outcome;
    bool m_delivered = false;
};

} // namespace sockeye
