// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/prometheus/queryerror.h"

#include <QObject>

namespace sockeye {

//! \brief One question to the read API under way. Emits finished() exactly once, never before control has
//! returned to the caller, and deletes itself afterwards. Main thread only.
class ReadJobBase : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadJobBase)

public:
    ~ReadJobBase() override;
    //! \brief Ends the question; finished() follows with Transport and Aborted as the outcome.
    virtual void abort() = 0;

Q_SIGNALS:
    void finished();

protected:
    explicit ReadJobBase(QObject *parent = nullptr);
};

//! \brief The typed job; its outcome is there when finished() comes.
template <typename T>
class ReadJob : public ReadJobBase {
public:
    using Outcome = Expected<T, QueryError>;

    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

protected:
    using ReadJobBase::ReadJobBase;

    Outcome m_outcome = unexpected(QueryError{});
};

} // namespace sockeye
